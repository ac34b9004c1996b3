package eu.guichet.desktop.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.ClosedDays;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeData;
import eu.guichet.contract.OfficeEntry;
import eu.guichet.contract.OfficeEntryRequest;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.contract.OpeningSpan;
import eu.guichet.desktop.flow.DayField;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.sample.SampleOffices;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.UiTest;
import eu.guichet.desktop.ui.ViewContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor of Luxembourg looks after the hours of the own office. */
class OfficesViewTest extends UiTest {
    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FRENCH);
    private final List<OfficeEntryRequest> written = new ArrayList<>();
    private final List<String> etags = new ArrayList<>();
    private @Nullable OfficeRecord colleagues;
    private final List<IdempotencyKey> keys = new ArrayList<>();
    private final Deque<ClientException> failures = new ArrayDeque<>();
    private final SampleClient client = new SampleClient() {
        @Override
        public OfficeRecord office(OfficeCode code) {
            OfficeRecord now = colleagues;
            return now == null ? super.office(code) : now;
        }

        @Override
        public OfficeRecord writeOffice(OfficeCode code, String etag, OfficeEntryRequest wanted, IdempotencyKey key) {
            etags.add(etag);
            written.add(wanted);
            keys.add(key);
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return SampleOffices.record(code, true);
        }
    };
    private OfficesView view;
    private OfficesModel model;

    @BeforeEach
    void sitDown() {
        ViewContext context = new ViewContext(
                        client,
                        new SameThreadTasks(),
                        new Texts(language, "eu.guichet.desktop.flow.flow"),
                        () -> SampleFiles.NOW,
                        ZoneId.of("Europe/Luxembourg"))
                .speaking("eu.guichet.desktop.oversight.oversight");
        model = fx(() -> new OfficesModel(context));
        view = fx(() -> {
            FailureWords words = new FailureWords(context.texts(), context.clock(), context.zone());
            return new OfficesView(model, context, words::wholeOfLook);
        });
        fxRun(() -> model.choose(OfficeCode.LUX));
        ScrollPane pane = fx(() -> new ScrollPane(view));
        fxRun(() -> pane.setFitToWidth(true));
        show(pane, 400, 1000);
    }

    private <T extends Node> T find(String id, Class<T> type) {
        view.applyCss();
        view.layout();
        return type.cast(Objects.requireNonNull(view.lookup("#" + id), id));
    }

    private String said() {
        return fx(() -> find("office-said", Label.class).getText());
    }

    private void type(String id, String text) {
        fxRun(() -> find(id, TextInputControl.class).setText(text));
    }

    private void fire(String id) {
        fxRun(() -> find(id, Button.class).fire());
    }

    @Test
    void what_is_to_hold_is_written_from_a_day_on() {
        fire("office-edit");
        fxRun(() -> {
            assertThat(find("office-counter-1", TextInputControl.class).getText())
                    .isEqualTo("09:30-12:30 14:00-16:00");
            assertThat(find("office-closures", TextInputControl.class).getText())
                    .startsWith("24/12/2026 - 01/01/2027");
            find("office-from", DayField.class).setValue(LocalDate.of(2026, 12, 28));
        });
        type("office-counter-5", "9h30 – 12");
        type("office-numbers", "+352 4301 36100, +352 4301 36101");
        type("office-closures", "24/12/2026 - 01/01/2027\n6.5.2027\n");
        fire("office-write");
        assertThat(written).singleElement().satisfies(entry -> {
            assertThat(entry.from()).isEqualTo("2026-12-28");
            assertThat(entry.data().counterHours())
                    .contains(new OpeningSpan(DayOfWeek.FRIDAY, LocalTime.of(9, 30), LocalTime.of(12, 0)))
                    .hasSize(9);
            assertThat(entry.data().phoneNumbers()).hasSize(2);
            assertThat(entry.data().closures())
                    .as("what is over before it holds is left out")
                    .containsExactly(
                            new ClosedDays(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 1)),
                            new ClosedDays(LocalDate.of(2027, 5, 6), LocalDate.of(2027, 5, 6)));
        });
        assertThat(said()).contains("C’est fait");
    }

    @Test
    void what_cannot_be_read_is_said_and_nothing_is_written() {
        fire("office-edit");
        type("office-phone-2", "le matin");
        fire("office-write");
        assertThat(said()).contains("heures ne sont pas lisibles");
        type("office-phone-2", "");
        type("office-place", "");
        fire("office-write");
        assertThat(said()).contains("un lieu et des heures");
        type("office-place", "Drosbach");
        type("office-closures", "Noël");
        fire("office-write");
        assertThat(said()).contains("jour de fermeture");
        assertThat(written).isEmpty();
    }

    @Test
    void a_lost_answer_is_asked_for_with_the_same_key() {
        failures.add(ScriptedClient.unknown());
        fire("office-edit");
        fire("office-write");
        assertThat(said()).contains("une fois");
        fire("office-write");
        assertThat(keys).hasSize(2);
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
    }

    @Test
    void what_a_colleague_notes_meanwhile_is_shown_and_leaves_what_is_typed() {
        fire("office-edit");
        fxRun(() -> find("office-directory", TextInputControl.class).requestFocus());
        colleague("Répertoire B");
        fxRun(() -> {
            assertThat(find("office-directory", TextInputControl.class).getText())
                    .as("nothing was typed yet")
                    .isEqualTo("Répertoire B");
            assertThat(find("office-directory", TextInputControl.class).isFocused())
                    .isTrue();
            assertThat(find("office-meanwhile", Label.class).isVisible()).isFalse();
        });
        type("office-directory", "Répertoire C");
        colleague("Répertoire D");
        fxRun(() -> {
            assertThat(find("office-directory", TextInputControl.class).getText())
                    .isEqualTo("Répertoire C");
            assertThat(find("office-directory", TextInputControl.class).isFocused())
                    .isTrue();
            assertThat(find("office-meanwhile", Label.class).getText()).contains("J. V. a noté autre chose");
            Pictures.take(view.getScene(), "offices-meanwhile");
        });
        fire("office-write");
        assertThat(etags).as("the one from which the form was filled").containsExactly("\"3\"");
        assertThat(fx(() -> find("office-meanwhile", Label.class).isVisible())).isFalse();
    }

    private void colleague(String directory) {
        OfficeRecord before = Objects.requireNonNull(fx(() -> model.office().get()));
        OfficeEntry last = before.entries().getLast();
        OfficeData data = last.data();
        List<OfficeEntry> entries = new ArrayList<>(before.entries());
        entries.addFirst(new OfficeEntry(
                before.today(),
                new OfficeData(
                        data.counterPlace(),
                        data.counterHours(),
                        data.phoneHours(),
                        data.phoneNumbers(),
                        directory,
                        data.closures()),
                SampleFiles.NOW,
                "J. V.",
                true));
        colleagues = new OfficeRecord(
                before.office(), "\"" + entries.size() + "\"", before.today(), true, before.closures(), entries);
        fxRun(model::read);
    }

    @Test
    void another_office_is_read_and_not_edited() {
        fxRun(() -> find("office-choice", ComboBox.class).getSelectionModel().select(0));
        assertThat(fx(() -> find("office-edit", Button.class).isVisible())).isFalse();
        assertThat(fx(() -> view.lookupAll(".label").stream()
                        .map(Label.class::cast)
                        .map(Label::getText)
                        .toList()))
                .anyMatch(text -> text.startsWith("Guichet, Drosbach"))
                .anyMatch(text -> text.startsWith("À partir du 1er février"));
    }

    @Test
    void it_is_drawn_for_people_to_look_at() {
        fxRun(() -> Pictures.take(view.getScene(), "offices"));
        fire("office-edit");
        fxRun(() -> Pictures.take(view.getScene(), "offices-form"));
        fxRun(() -> {
            language.set(Language.ENGLISH);
            theme().appearance().set(Appearance.DARK);
            Pictures.take(view.getScene(), "offices-form-dark");
        });
    }
}
