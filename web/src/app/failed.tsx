import { useRouter } from '@tanstack/react-router';
import { Failure } from '@/design/states';

/** Stands in the place of the whole console while the server cannot say who we are. */
export function Failed({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <main className="pt-[12vh]">
      <h1 className="text-center font-semibold text-2xl tracking-tight">Tellfirst</h1>
      <Failure
        error={error instanceof Error ? error : new Error(String(error))}
        onRetry={() => void router.invalidate()}
      />
    </main>
  );
}
