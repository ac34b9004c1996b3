package eu.guichet.desktop.tour;

import eu.guichet.contract.Role;
import eu.guichet.desktop.app.BackendSource;
import eu.guichet.desktop.app.EmbeddedBackend;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.TextSize;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;

/**
 * Leads one pensioner from the challenge code that did not arrive to her confirmation, as an agent and she would; then an
 * office through its day.
 */
public final class Tour {
    private static final Duration DELIVERY = Duration.ofMillis(400);
    private static final String HER = "müller annelise";
    /** In days: when somebody is reminded of a code that was not entered. */
    private static final int TWO_WEEKS = 14;

    private final Clock clock = TourDesk.tuesday();
    private final Path folder;
    private final Commentary commentary;
    private final Camera camera;

    private Tour(Path folder, PrintStream out) {
        this.folder = folder;
        this.commentary = new Commentary(out);
        this.camera = new Camera(folder);
    }

    /**
     * Runs the whole tour on JavaFX's Headless platform; what an earlier one left in the folder is replaced.
     *
     * @param out gets a line a step
     * @throws TourException when a step cannot be done
     */
    public static void run(Path folder, PrintStream out) {
        onHeadless(folder, store -> new Tour(folder, out).go(store));
    }

    /**
     * The first part alone.
     *
     * @throws TourException when a step cannot be done
     */
    public static void mainJob(Path folder, PrintStream out) {
        onHeadless(folder, store -> new Tour(folder, out).job(store));
    }

    private static void onHeadless(Path folder, Consumer<Path> work) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> Platform.setImplicitExit(false));
        try {
            Path store = Files.createTempDirectory("guichet-tour");
            try {
                prepare(folder);
                work.accept(store);
            } finally {
                remove(store);
            }
        } catch (IOException e) {
            throw new TourException("the folder cannot be used: " + folder, e);
        } finally {
            Platform.exit();
        }
    }

    /**
     * Opens so many files one after the other and tells the memory that is held.
     *
     * @throws TourException when a file cannot be opened
     */
    public static void longRun(Path folder, int files, PrintStream out) {
        onHeadless(folder, store -> new LongRun(store, out).go(files, new Camera(folder)));
    }

    private void job(Path store) {
        try (OneBackend office = new OneBackend(EmbeddedBackend.delivering(store, DELIVERY, clock))) {
            job(office.as(Role.LETTER_OFFICER));
        }
    }

    private void job(BackendSource backend) {
        commentary.say("The main job");
        try (TourDesk desk = desk(backend, settings(Language.FRENCH, Appearance.LIGHT, TextSize.NORMAL), 1280, 800)) {
            desk.perform(List.of(this::find, this::resend, this::goOn, this::letter, this::confirm));
        }
    }

    private void go(Path store) {
        try (OneBackend office = new OneBackend(EmbeddedBackend.delivering(store, DELIVERY, clock))) {
            BackendSource backend = office.as(Role.LETTER_OFFICER);
            job(backend);
            commentary.say("The office’s whole day");
            new OfficeDay(office, clock, folder, camera, commentary).go();
            commentary.say("In every look");
            look(
                    backend,
                    settings(Language.ENGLISH, Appearance.DARK, TextSize.NORMAL),
                    1920,
                    1080,
                    "large-dark-english");
            look(backend, settings(Language.FRENCH, Appearance.DARK, TextSize.NORMAL), 1280, 800, "dark");
            look(backend, settings(Language.FRENCH, Appearance.LIGHT, TextSize.LARGEST), 1280, 800, "largest-text");
            look(backend, settings(Language.ENGLISH, Appearance.LIGHT, TextSize.NORMAL), 960, 800, "narrow-english");
        }
        commentary.say("The next morning");
        Clock nextMorning = later(1);
        try (OneBackend office = new OneBackend(EmbeddedBackend.delivering(store, DELIVERY, nextMorning))) {
            new OfficeDay(office, nextMorning, folder, camera, commentary).nextMorning();
        }
        commentary.say("Two weeks later");
        Clock twoWeeksLater = later(TWO_WEEKS + 1);
        try (OneBackend office = new OneBackend(
                EmbeddedBackend.delivering(store, DELIVERY, twoWeeksLater).reminding())) {
            new OfficeDay(office, twoWeeksLater, folder, camera, commentary).twoWeeksLater();
        }
        commentary.say("%d pictures and the letters are in %s".formatted(camera.count(), folder.toAbsolutePath()));
    }

    private Clock later(int days) {
        return Clock.offset(clock, Duration.ofDays(days));
    }

    private void find(TourDesk desk) {
        Hands hands = desk.hands();
        hands.await("search-field");
        hands.await("office-name");
        commentary.step("The window is there; the search field has the focus", desk, "start");
        hands.type("search-field", HER);
        hands.awaitText("result-count", " ");
        commentary.step("A name as heard, and the namesakes stand apart", desk, "search");
        hands.press("search-field", KeyCode.ENTER);
        hands.await("action-RESEND_CHALLENGE_SMS");
        commentary.step("Her file: step 8, what to say in her language, what can be done", desk, "file");
    }

    private void resend(TourDesk desk) {
        Hands hands = desk.hands();
        hands.click("action-RESEND_CHALLENGE_SMS");
        hands.await("way-CALLED_BACK");
        hands.click("way-CALLED_BACK");
        hands.await("typed-birth-date");
        commentary.step(
                "Identity first: a namesake was born in the same year, so the whole birth date", desk, "identity");
        hands.type("typed-birth-date", Routine.Papers.of(hands).birthDate());
        hands.click("verification-confirm");
        hands.await("resend-confirm");
        commentary.step("What will happen, before it happens", desk, "preview");
        hands.click("resend-confirm");
        hands.await("resend-done");
        commentary.step("Done, and told so", desk, "sent");
        hands.click("resend-close");
        hands.awaitText("closed-next", "SMS");
        hands.awaitText("last-message-status", "remis");
        commentary.step(
                "It has arrived, as one sees; the action counts down to when it opens again", desk, "countdown");
    }

    private void goOn(TourDesk desk) {
        Hands hands = desk.hands();
        hands.click("training-toggle");
        hands.await("training-move-type-challenge-code");
        commentary.step("Her telephone: the SMS has arrived", desk, "telephone");
        hands.click("training-move-type-challenge-code");
        hands.click("training-move-sign-in");
        hands.click("training-move-type-sign-in-code");
        hands.click("training-move-request-access");
        hands.await("action-GENERATE_LETTER");
        hands.click("training-toggle");
        commentary.step("She has gone on by herself to step 15; now it is our turn", desk, "our-turn");
    }

    private void letter(TourDesk desk) {
        Hands hands = desk.hands();
        hands.click("action-GENERATE_LETTER");
        hands.await("letter-save");
        commentary.step(
                "The letter, before it is generated; there is no printer here, so it can be saved",
                desk,
                "letter-preview");
        hands.click("letter-save");
        hands.await("letter-saved");
        commentary.step("On paper, and the code was never on the screen", desk, "letter-saved");
        hands.click("letter-close");
    }

    private void confirm(TourDesk desk) {
        Hands hands = desk.hands();
        hands.click("training-toggle");
        hands.click("training-move-post-letter");
        hands.click("training-move-receive-letter");
        hands.await("training-move-type-confirmation-code");
        commentary.step("The registered letter has arrived in her letterbox", desk, "letterbox");
        hands.click("training-move-type-confirmation-code");
        hands.await("stage-LETTER", node -> node.getStyleClass().contains("done"));
        hands.click("training-toggle");
        commentary.step("Confirmed: the three applications open tomorrow", desk, "confirmed");
    }

    private void look(BackendSource backend, Settings settings, double width, double height, String name) {
        try (TourDesk desk = desk(backend, settings, width, height)) {
            desk.perform(List.of(one -> {
                namesake(one.hands());
                commentary.step("The same at %.0f × %.0f".formatted(width, height), one, name);
            }));
        }
    }

    private static void namesake(Hands hands) {
        hands.type("search-field", "muller");
        hands.awaitText("result-count", " ");
        hands.press("search-field", KeyCode.DOWN);
        hands.press("search-field", KeyCode.ENTER);
        hands.await("ladder");
    }

    private TourDesk desk(BackendSource backend, Settings settings, double width, double height) {
        return new TourDesk(settings, clock, backend, Printing.none(), folder, camera, width, height);
    }

    private static Settings settings(Language language, Appearance appearance, TextSize size) {
        Settings settings = Settings.defaults();
        settings.language().set(language);
        settings.appearance().set(appearance);
        settings.textSize().set(size);
        return settings;
    }

    private static void prepare(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            List<Path> before = files.filter(
                            file -> file.getFileName().toString().matches(".+\\.(png|pdf|csv)"))
                    .toList();
            for (Path file : before) {
                Files.delete(file);
            }
        }
    }

    private static void remove(Path store) throws IOException {
        try (var files = Files.walk(store)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
