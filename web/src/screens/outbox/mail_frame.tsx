/**
 * A mail in a frame that can neither run nor load anything (the server's policy says so, too). The
 * frame's colour scheme is what the mail's own prefers-color-scheme goes by.
 */
export function MailFrame({
  id,
  scheme,
  title,
}: {
  id: string;
  scheme: 'light' | 'dark';
  title: string;
}) {
  return (
    <iframe
      key={scheme}
      title={`${title}, ${scheme}`}
      sandbox=""
      src={`/api/v1/outbox/${encodeURIComponent(id)}/html`}
      style={{ colorScheme: scheme }}
      className="min-h-96 w-full grow bg-card"
    />
  );
}
