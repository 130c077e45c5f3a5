/** A report as it goes out, byte for byte. It breaks after its commas, so that no word of it is torn. */
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
