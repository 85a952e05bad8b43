import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { Empty } from '@/design/states';

export function Lost() {
  return (
    <main className="pt-[12vh]">
      <h1 className="text-center font-semibold text-2xl tracking-tight">Tellfirst</h1>
      <Empty icon={Compass} title="There is no such page">
        <Link to="/inbox" className="text-link underline">
          Go to the inbox
        </Link>
      </Empty>
    </main>
  );
}
