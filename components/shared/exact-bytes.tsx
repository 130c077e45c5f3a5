/** A report as it is sent, byte for byte. Lines break after commas only, so that no word is split. */
export function ExactBytes({ bytes }: { bytes: string }) {
  return (
    <pre dir="ltr">
      <code>
        {bytes.split(/(?<=,)/).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </code>
    </pre>
  );
}
