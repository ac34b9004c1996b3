package eu.guichet.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.Institution;
import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.act.WebBrowser;
import eu.guichet.desktop.paper.FileSaving;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.FxTasks;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.UiTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window of an institution: a backend outside training, a provider, and a browser that goes where it is sent. */
class SignInWindowTest extends UiTest {
    private static final OkHttpClient HTTP = new OkHttpClient();
    /** Renewed at its half, a token bears a slow machine's delay of two seconds. */
    private static final Duration SHORT = Duration.ofSeconds(4);

    @TempDir
    private Path folder;

    private final StandInProvider provider = new StandInProvider();
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private volatile Duration ahead = Duration.ZERO;
    private @Nullable Backend backend;
    private @Nullable Desktop desktop;

    @BeforeEach
    void start() throws IOException {
        Path file = Files.writeString(
                folder.resolve("institution.properties"), provider.lines() + "sign-in.clock-skew = 0s\n");
        backend = Backend.start(
                BackendSettings.production(folder.resolve("guichet.db").toString(), Institution.read(file))
                        .withPort(0)
                        .withClock(() -> Instant.now().plus(ahead)));
    }

    @AfterEach
    void stop() {
        if (desktop != null) {
            fx(desktop::stop).run();
        }
        if (backend != null) {
            backend.close();
        }
        provider.close();
    }

    @Test
    void whoever_signs_in_in_the_browser_works_and_signs_out_again() {
        open(this::browse);

        await(() -> shown("#search-field"));
        await(() -> text("#agent-name").contains("M. D."));
        assertThat(provider.openSessions()).isEqualTo(1);

        fxRun(() -> menu("menu-sign-out").fire());

        await(() -> text("#start-sentence").startsWith("Vous avez quitté"));
        await(() -> provider.openSessions() == 0);
        await(() -> opened.getLast().getPath().equals("/realm/end"));
        assertThat(shown("#search-field")).isFalse();
    }

    @Test
    void where_no_browser_opens_the_address_is_there_to_be_copied_and_the_sign_in_can_be_left() {
        open(page -> {
            opened.add(page);
            return false;
        });
        await(() -> shown("#sign-in-address"));

        assertThat(fx(() -> ((TextInputControl) lookup("#sign-in-address")).getText()))
                .isEqualTo(opened.getFirst().toString());
        fxRun(() -> Pictures.take(stage().getScene(), "sign-in-no-browser"));
        robot.clickOn("#sign-in-cancel");
        await(() -> text("#start-sentence").startsWith("Personne"));

        assertThat(shown("#start-again")).isTrue();
    }

    @Test
    void a_session_that_ends_is_renewed_over_the_same_screen_with_what_was_typed_still_there() {
        typesUntilTheSessionEnds();
        provider.life = Duration.ofMinutes(5);
        fxRun(() -> ((Button) lookup("#status-way")).fire());

        await(() -> text("#connection").startsWith("Connecté"));
        assertThat(fx(() -> ((TextInputControl) lookup("#search-field")).getText()))
                .isEqualTo("papadop");
        assertThat(shown("#sign-in")).isFalse();
    }

    @Test
    void a_backend_whose_clock_goes_wrong_signs_nobody_out_and_what_was_typed_stays() {
        provider.life = SHORT;
        open(this::browse);
        await(() -> shown("#search-field"));
        robot.clickOn("#search-field");
        robot.write("papadop");

        ahead = Duration.ofMinutes(10);
        await(() -> text("#connection").startsWith("L’horloge du serveur"));
        assertThat(provider.openSessions()).isEqualTo(1);
        assertThat(fx(() -> ((TextInputControl) lookup("#search-field")).getText()))
                .isEqualTo("papadop");

        ahead = Duration.ZERO;
        provider.life = Duration.ofMinutes(5);
        fxRun(() -> ((Button) lookup("#status-way")).fire());
        await(() -> text("#connection").startsWith("Connecté"));
        assertThat(fx(() -> ((TextInputControl) lookup("#search-field")).getText()))
                .isEqualTo("papadop");
    }

    @Test
    void a_colleague_who_signs_in_instead_sees_nothing_of_it() {
        typesUntilTheSessionEnds();
        provider.person = StandInProvider.agent("f00d-2", "J. V.", "LUX");
        provider.life = Duration.ofMinutes(5);
        fxRun(() -> ((Button) lookup("#status-way")).fire());

        await(() -> text("#agent-name").contains("J. V."));
        assertThat(fx(() -> ((TextInputControl) lookup("#search-field")).getText()))
                .isEmpty();
    }

    @Test
    void a_backend_that_is_away_is_told_in_one_sentence() {
        URI nobody = URI.create("http://127.0.0.1:1/");
        open(nobody, this::browse);

        await(() -> text("#start-sentence").startsWith("Le service de Guichet ne répond pas"));
    }

    private void typesUntilTheSessionEnds() {
        provider.life = SHORT;
        open(this::browse);
        await(() -> shown("#search-field"));
        robot.clickOn("#search-field");
        robot.write("papadop");

        provider.endSessions();
        await(() -> text("#connection").startsWith("Votre session a pris fin"));
    }

    private boolean browse(URI page) {
        opened.add(page);
        Thread.ofVirtual().start(() -> {
            try (Response response = HTTP.newCall(
                            new Request.Builder().url(page.toString()).build())
                    .execute()) {
                assertThat(response.isSuccessful()).isTrue();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return true;
    }

    private void open(WebBrowser browser) {
        open(Objects.requireNonNull(backend).url(), browser);
    }

    private void open(URI url, WebBrowser browser) {
        desktop = fx(() -> {
            Desktop made = new Desktop(
                    Settings.defaults(),
                    new FxTasks(),
                    Clock.system(ZoneId.systemDefault()),
                    new RemoteBackend(folder, url, () -> "", null),
                    new ActDoors.Outside(Printing.none(), new FileSaving(() -> null), draft -> false, browser),
                    980,
                    700);
            stage().setScene(made.scene());
            stage().show();
            made.start();
            return made;
        });
    }

    private MenuItem menu(String id) {
        return ((MenuButton) lookup("#settings"))
                .getItems().stream()
                        .filter(item -> id.equals(item.getId()))
                        .findFirst()
                        .orElseThrow();
    }

    private Node lookup(String id) {
        return stage().getScene().lookup(id);
    }

    private boolean shown(String id) {
        return fx(() -> {
            Node node = lookup(id);
            return node != null && node.isVisible();
        });
    }

    private String text(String id) {
        return fx(() -> lookup(id) instanceof Labeled labeled ? labeled.getText() : "");
    }
}
