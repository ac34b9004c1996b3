package eu.guichet.desktop.training;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.TrainingWorld;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.FxTasks;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.TextSize;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.UiTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingPanelTest extends UiTest {
    private static final Clock CLOCK = Clock.fixed(SampleFiles.NOW, ZoneId.of("Europe/Luxembourg"));

    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FRENCH);
    private final Texts texts = new Texts(language, "eu.guichet.desktop.training.training");
    private final SampleClient client = new SampleClient();

    @Test
    void before_a_file_is_open_it_says_what_it_is_for() {
        panel(new TrainingModel(client, new FxTasks()));
        await(() -> stage().getScene().lookup("#training-nobody").isVisible());
        assertThat(client.calls).isEmpty();
    }

    @Test
    void typing_the_code_from_the_phone_takes_the_step_in_the_file() {
        TrainingModel model = new TrainingModel(client, new FxTasks());
        panel(model);
        fxRun(() -> model.pensionerId().set("p-muller"));
        await(() -> stage().getScene().lookup("#training-move-type-challenge-code") != null);
        Button step = node("training-move-type-challenge-code", Button.class);
        fxRun(step::requestFocus);
        await(step::isFocused);
        robot.push(KeyCode.SPACE);
        await(() -> client.calls.contains("move p-muller TYPE_CHALLENGE_CODE"));
    }

    @Test
    void the_focus_stays_on_a_next_step_when_her_world_moves_on() {
        client.world(HerWorld.waitingForTheCode());
        TrainingModel model = new TrainingModel(client, new SameThreadTasks());
        panel(model);
        fxRun(() -> model.pensionerId().set("p-muller"));
        Button step = node("training-move-type-challenge-code", Button.class);
        fxRun(step::requestFocus);
        await(step::isFocused);
        client.world(HerWorld.letterThere());
        fxRun(step::fire);
        await(() -> stage().getScene().getFocusOwner().getStyleClass().contains("training-move"));
    }

    @Test
    void the_focus_does_not_leave_a_step_while_it_is_being_taken() {
        client.world(HerWorld.waitingForTheCode());
        SameThreadTasks tasks = new SameThreadTasks();
        TrainingModel model = new TrainingModel(client, tasks);
        panel(model);
        fxRun(() -> model.pensionerId().set("p-muller"));
        Button step = node("training-move-type-challenge-code", Button.class);
        fxRun(step::requestFocus);
        await(step::isFocused);
        tasks.hold();
        robot.push(KeyCode.SPACE).push(KeyCode.SPACE);
        assertThat(fx(step::isFocused)).isTrue();
        assertThat(tasks.waiting()).isEqualTo(1);
    }

    @Test
    void older_messages_wait_until_they_are_asked_for() {
        client.world(HerWorld.waitingForTheCode());
        TrainingModel model = new TrainingModel(client, new SameThreadTasks());
        panel(model);
        fxRun(() -> model.pensionerId().set("p-muller"));
        ButtonBase earlier = node("training-phone-earlier", ButtonBase.class);
        assertThat(fx(() -> shownTexts("#training-phone"))).hasSize(1);
        fxRun(earlier::fire);
        assertThat(fx(() -> shownTexts("#training-phone"))).hasSize(2);
        assertThat(fx(earlier::getAccessibleText)).isEqualTo("Montrer un SMS plus ancien");
    }

    @Test
    void below_each_other_the_place_where_she_can_go_on_comes_first() {
        client.world(HerWorld.waitingForTheCode());
        TrainingModel model = new TrainingModel(client, new SameThreadTasks());
        show(fx(() -> new TrainingPanel(model, texts, CLOCK)), 400, 800);
        fxRun(() -> model.pensionerId().set("p-muller"));
        await(() -> height("training-phone") < height("training-mailbox"));
        client.world(HerWorld.letterThere());
        fxRun(model::refresh);
        await(() -> height("training-letterbox") < height("training-phone"));
    }

    @Test
    void every_button_has_an_accessible_name_in_the_language_chosen() {
        client.world(HerWorld.waitingForTheCode());
        TrainingModel model = new TrainingModel(client, new SameThreadTasks());
        panel(model);
        fxRun(() -> model.pensionerId().set("p-muller"));
        fxRun(() -> language.set(Language.ENGLISH));
        assertThat(fx(() -> stage().getScene().getRoot().lookupAll(".button").stream()
                        .filter(Node::isVisible)
                        .map(Node::getAccessibleText)
                        .toList()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).isNotBlank());
        assertThat(fx(() -> ((Label) stage().getScene().lookup("#training-letterbox .training-title")).getText()))
                .isEqualTo("Their letterbox");
    }

    @Test
    void a_failure_stands_in_the_panel_and_not_over_it() {
        TrainingModel model = new TrainingModel(client, new SameThreadTasks());
        panel(model);
        client.fail(new ClientException.Unreachable("c-1", null));
        fxRun(() -> model.pensionerId().set("p-muller"));
        await(() -> stage().getScene().lookup("#problem-banner").isVisible());
        assertThat(stage().getScene().getWindow()).isEqualTo(stage());
    }

    @ParameterizedTest
    @EnumSource(
            value = Appearance.class,
            names = {"LIGHT", "DARK"})
    void it_is_pictured_as_a_drawer_and_as_a_column(Appearance appearance) {
        for (var shown : List.of(HerWorld.waitingForTheCode(), HerWorld.letterThere(), HerWorld.nothingYet())) {
            String name = "training-" + appearance.name().toLowerCase(Locale.ROOT) + "-"
                    + shown.items().size() + shown.moves().size();
            assertThat(fx(() -> picture(appearance, shown, 1280, 520, name + "-drawer")))
                    .isNotEmptyFile();
            assertThat(fx(() -> picture(appearance, shown, 400, 800, name + "-column")))
                    .isNotEmptyFile();
        }
    }

    @Test
    void nothing_is_cut_short_in_the_largest_text_and_a_narrow_column() {
        client.world(HerWorld.letterThere());
        TrainingModel model = new TrainingModel(client, new SameThreadTasks());
        fxRun(() -> theme().textSize().set(TextSize.LARGEST));
        show(fx(() -> new TrainingPanel(model, texts, CLOCK)), 480, 900);
        fxRun(() -> model.pensionerId().set("p-muller"));
        await(() -> stage().getScene().lookup("#training-move-type-confirmation-code") != null);
        assertThat(fx(() -> Pictures.take(stage().getScene(), "training-largest")))
                .isNotEmptyFile();
        assertThat(fx(this::shortened)).isEmpty();
    }

    /** How far below the top of its column. */
    private double height(String id) {
        return stage().getScene().lookup("#" + id).getLayoutY();
    }

    private List<String> shortened() {
        return Stream.of(".label", ".button")
                .flatMap(kind -> stage().getScene().getRoot().lookupAll(kind).stream())
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(TrainingPanelTest::shown)
                .filter(Labeled::isTextTruncated)
                .map(Labeled::getText)
                .toList();
    }

    private static boolean shown(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private Path picture(Appearance appearance, TrainingWorld shown, double width, double height, String name) {
        theme().appearance().set(appearance);
        client.world(shown);
        TrainingModel model = new TrainingModel(client, new SameThreadTasks());
        TrainingPanel panel = new TrainingPanel(model, texts, CLOCK);
        model.pensionerId().set(shown.pensionerId());
        return Pictures.take(panel, width, height, theme(), name);
    }

    private void panel(TrainingModel model) {
        show(fx(() -> new TrainingPanel(model, texts, CLOCK)), 980, 700);
    }

    private Set<Node> shownTexts(String card) {
        Set<Node> all = new HashSet<>(stage().getScene().lookup(card).lookupAll(".training-arrival"));
        all.removeIf(arrival -> !arrival.getParent().isVisible());
        return all;
    }
}
