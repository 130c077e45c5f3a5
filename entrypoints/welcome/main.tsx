import "../../assets/theme.css";
import "../../assets/welcome.css";
import { render } from "preact";
import { WordsProvider } from "../../components/shared/words.tsx";
import { type AccessAnswer, Welcome } from "../../components/welcome/welcome.tsx";
import { browserTranslator } from "../../utils/browser/browser-translator.ts";
import { currentAccess, watchAccess } from "../../utils/browser/permissions.ts";
import { requestFullAccess } from "../../utils/browser/request-permissions.ts";
import { isButtonHidden, preparePage, watchButton } from "../../utils/pages/page.ts";
import { chooseReporting, type Reporting, reportingChoice } from "../../utils/pages/reporting-choice.ts";

const words = browserTranslator();
const root = preparePage(words, words.text("extensionName"));
let answer: AccessAnswer = "open";
let reporting: Reporting | null = null;
let buttonHidden = false;

function draw(): void {
  render(
    <WordsProvider value={words}>
      <Welcome
        answer={answer}
        onAllow={allow}
        onDecline={() => show("declined")}
        reporting={reporting}
        onReporting={setReporting}
        isButtonHidden={buttonHidden}
      />
    </WordsProvider>,
    root,
  );
}

function show(next: AccessAnswer): void {
  answer = next;
  draw();
}

function allow(): void {
  requestFullAccess().then(
    (granted) => show(granted ? "granted" : "refused"),
    () => show("refused"),
  );
}

async function setReporting(consent: boolean): Promise<void> {
  await chooseReporting(consent);
  await readReporting();
}

async function readAccess(): Promise<void> {
  const access = await currentAccess();
  if (access === "full") show("granted");
  else if (answer === "granted") show("open");
}

async function readReporting(): Promise<void> {
  reporting = await reportingChoice();
  draw();
}

async function readButton(): Promise<void> {
  buttonHidden = await isButtonHidden();
  draw();
}

draw();
watchButton(() => void readButton());
void readButton();
watchAccess(() => void readAccess());
void readAccess();
void readReporting();
