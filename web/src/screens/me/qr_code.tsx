// Drawn here, so that the secret goes nowhere else; the library comes only when somebody needs it.
import { useQuery } from '@tanstack/react-query';

/** Clear space on each side, in modules, that readers need (ISO/IEC 18004). */
const quiet = 4;

async function draw(text: string): Promise<{ path: string; size: number }> {
  const { default: qrcode } = await import('qrcode-generator');
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; ++row)
    for (let column = 0; column < count; ++column)
      if (code.isDark(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
  return { path, size: count + 2 * quiet };
}

export function QrCode({ text, label }: { text: string; label: string }) {
  const drawing = useQuery({
    queryKey: ['qr', text],
    queryFn: () => draw(text),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  }).data;
  return (
    // Readers want dark on light, whatever the theme.
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${drawing?.size ?? 1} ${drawing?.size ?? 1}`}
      className="scheme-only-light size-44 rounded-md bg-card [forced-color-adjust:none]"
    >
      <path d={drawing?.path ?? ''} fill="black" shapeRendering="crispEdges" />
    </svg>
  );
}
