import "../../assets/theme.css";
import "../../assets/welcome.css";
import { render } from "preact";
import { type AccessAnswer, Welcome } from "../../components/welcome.tsx";
import { WordsProvider } from "../../components/words.tsx";
import { browserTranslator } from "../../utils/browser-translator.ts";
import { preparePage } from "../../utils/page.ts";
import { currentAccess, requestFullAccess, watchAccess } from "../../utils/permissions.ts";

const words = browserTranslator();
const root = preparePage(words, words.text("extensionName"));

function draw(answer: AccessAnswer): void {
  render(
    <WordsProvider value={words}>
      <Welcome answer={answer} onAllow={allow} onDecline={() => draw("declined")} />
    </WordsProvider>,
    root,
  );
}

function allow(): void {
  requestFullAccess().then(
    (granted) => draw(granted ? "granted" : "refused"),
    () => draw("refused"),
  );
}

async function show(): Promise<void> {
  draw((await currentAccess()) === "full" ? "granted" : "open");
}

draw("open");
watchAccess(() => void show());
void show();
