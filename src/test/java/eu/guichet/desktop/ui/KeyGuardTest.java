package eu.guichet.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyGuardTest extends UiTest implements KeyGuard.Listener {
    private final List<String> told = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();
    private Button act;
    private Button other;
    private TextField note;
    private long now = 10_000;

    @BeforeEach
    void open() {
        act = new Button("act");
        other = new Button("other");
        note = new TextField("rappeler");
        VBox box = new VBox(note, act, other);
        show(box, 300, 200);
        fxRun(() -> {
            act.setOnAction(event -> fired.add("act"));
            other.setOnAction(event -> fired.add("other"));
            note.setOnAction(event -> fired.add("note"));
            new KeyGuard(() -> now, this).guard(stage().getScene());
            act.requestFocus();
        });
        now += 1_000;
    }

    @Test
    void an_enter_presses_the_button_that_has_the_focus() {
        fxRun(() -> stroke(act, KeyCode.ENTER));
        assertThat(fired).containsExactly("act");
    }

    @Test
    void an_enter_held_down_presses_nothing_more() {
        fxRun(() -> {
            for (int repeat = 0; repeat < 40; repeat++) {
                press(act, KeyCode.ENTER);
                now += 30;
            }
            release(act, KeyCode.ENTER);
        });
        assertThat(fired).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_space_held_down_since_before_a_card_presses_nothing_on_it() {
        fxRun(() -> {
            press(act, KeyCode.SPACE);
            other.requestFocus();
            for (int repeat = 0; repeat < 40; repeat++) {
                now += 30;
                press(other, KeyCode.SPACE);
            }
            release(other, KeyCode.SPACE);
        });
        assertThat(fired).isEmpty();
    }

    @Test
    void of_two_enters_within_half_a_second_the_second_does_nothing() {
        fxRun(() -> {
            stroke(act, KeyCode.ENTER);
            now += 499;
            stroke(act, KeyCode.ENTER);
        });
        assertThat(fired).hasSize(1);
        assertThat(told).containsExactly("DOUBLE");
    }

    @Test
    void an_enter_half_a_second_after_the_one_before_is_meant() {
        fxRun(() -> {
            stroke(act, KeyCode.ENTER);
            now += 500;
            stroke(act, KeyCode.ENTER);
        });
        assertThat(fired).hasSize(2);
    }

    @Test
    void what_has_just_taken_the_focus_is_pressed_by_no_key() {
        fxRun(() -> {
            other.requestFocus();
            now += 499;
            stroke(other, KeyCode.ENTER);
            stroke(other, KeyCode.SPACE);
        });
        assertThat(fired).isEmpty();
        assertThat(told).containsExactly("JUST_APPEARED", "JUST_APPEARED");
    }

    @Test
    void the_second_half_of_a_double_click_presses_nothing_that_has_just_appeared() {
        fxRun(() -> {
            other.requestFocus();
            now += 200;
            mouse(other, MouseEvent.MOUSE_PRESSED);
            mouse(other, MouseEvent.MOUSE_RELEASED);
        });
        assertThat(fired).isEmpty();
    }

    @Test
    void a_scanners_burst_presses_nothing_wherever_the_focus_is() {
        fxRun(() -> {
            burst(act, "RR473124829BE");
            now += 2_000;
            note.requestFocus();
            now += 2_000;
            burst(note, "lambert monique");
        });
        assertThat(fired).isEmpty();
        assertThat(told).containsExactly("Letter[number=RR473124829BE]", "Other[]");
    }

    @Test
    void a_digit_chooses_unless_it_is_one_of_a_burst() {
        fxRun(() -> {
            other.addEventHandler(
                    KeyEvent.KEY_PRESSED, event -> fired.add(event.getCode().getName()));
            stroke(other, KeyCode.DIGIT3);
            now += 2_000;
            burst(other, "G-3E85-4V67");
        });
        assertThat(fired).filteredOn(name -> Character.isDigit(name.charAt(0))).containsExactly("3");
    }

    @Test
    void a_burst_whose_enter_comes_late_from_a_busy_screen_presses_nothing() {
        fxRun(() -> {
            for (char typed : "G-3E85-4V67".toCharArray()) {
                character(act, typed);
                now += 10;
            }
            now += 350;
            stroke(act, KeyCode.ENTER);
        });
        assertThat(fired).isEmpty();
        assertThat(told).containsExactly("Letter[number=G-3E85-4V67]");
    }

    @Test
    void a_slow_scanner_presses_nothing_either() {
        fxRun(() -> {
            for (char typed : "G-AXM5-HHX9".toCharArray()) {
                character(act, typed);
                now += 45;
            }
            stroke(act, KeyCode.ENTER);
        });
        assertThat(fired).isEmpty();
        assertThat(told).containsExactly("Letter[number=G-AXM5-HHX9]");
    }

    @Test
    void a_scanner_whose_shift_takes_time_is_read_from_its_first_letter_to_its_last() {
        fxRun(() -> {
            for (char typed : "RR473124829BE".toCharArray()) {
                now += Character.isDigit(typed) ? 30 : 55;
                character(note, typed);
            }
            now += 30;
            stroke(note, KeyCode.ENTER);
        });
        assertThat(told).containsExactly("Letter[number=RR473124829BE]");
        assertThat(note.getText()).isEqualTo("rappeler");
    }

    @Test
    void where_nobody_types_a_text_a_scanner_may_be_as_slow_as_it_is() {
        fxRun(() -> {
            for (char typed : "G-AXM5-HHX9".toCharArray()) {
                character(act, typed);
                now += 120;
            }
            stroke(act, KeyCode.ENTER);
        });
        assertThat(fired).isEmpty();
        assertThat(told).containsExactly("Letter[number=G-AXM5-HHX9]");
    }

    @Test
    void a_burst_with_a_hiccup_in_it_presses_nothing_either() {
        fxRun(() -> {
            for (char typed : "G-AXM5-H".toCharArray()) {
                character(act, typed);
                now += 4;
            }
            now += 200;
            for (char typed : "HX9".toCharArray()) {
                character(act, typed);
                now += 4;
            }
            stroke(act, KeyCode.ENTER);
        });
        assertThat(fired).isEmpty();
    }

    @Test
    void whoever_types_words_at_a_button_does_not_press_it_with_their_enter() {
        fxRun(() -> {
            for (char typed : "maes".toCharArray()) {
                character(act, typed);
                now += 180;
            }
            stroke(act, KeyCode.ENTER);
        });
        assertThat(fired).isEmpty();
    }

    @Test
    void a_key_that_is_held_down_while_a_file_is_closed_closes_no_second_one() {
        fxRun(() -> {
            KeyGuard guard = new KeyGuard(() -> now, this);
            guard.guard(stage().getScene());
            other.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                fired.add(event.getCode().getName());
                guard.forget();
            });
            for (int repeat = 0; repeat < 20; repeat++) {
                Event.fireEvent(
                        other, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.W, false, true, false, false));
                now += 30;
            }
        });
        assertThat(fired).containsExactly("W");
    }

    @Test
    void the_deliberate_key_of_a_card_that_has_just_appeared_does_nothing() {
        fxRun(() -> {
            other.addEventHandler(
                    KeyEvent.KEY_PRESSED, event -> fired.add(event.getCode().getName()));
            other.requestFocus();
            now += 100;
            Event.fireEvent(other, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.R, false, false, true, false));
            Event.fireEvent(other, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.R, false, false, true, false));
        });
        assertThat(fired).isEmpty();
        assertThat(told).containsExactly("JUST_APPEARED");
        fxRun(() -> {
            now += 500;
            Event.fireEvent(other, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.R, false, false, true, false));
        });
        assertThat(fired).containsExactly("R");
    }

    @Test
    void a_burst_with_spaces_in_it_presses_nothing_either() {
        fxRun(() -> burst(act, "RR 473 124 829 BE"));
        assertThat(fired).isEmpty();
    }

    @Test
    void a_scanned_burst_leaves_the_note_as_it_was_and_cannot_be_brought_back() {
        fxRun(() -> {
            note.requestFocus();
            note.positionCaret(3);
            now += 2_000;
            burst(note, "4KQ793VX7KQ493VX");
        });
        assertThat(fx(() -> note.getText())).isEqualTo("rappeler");
        assertThat(fx(() -> note.getCaretPosition())).isEqualTo(3);
        assertThat(fx(() -> note.isUndoable())).isFalse();
        fxRun(note::redo);
        assertThat(fx(() -> note.getText())).isEqualTo("rappeler");
    }

    @Test
    void what_a_person_typed_before_the_burst_stays() {
        fxRun(() -> {
            note.requestFocus();
            note.end();
            now += 2_000;
            for (char typed : " demain".toCharArray()) {
                character(note, typed);
                now += 140;
            }
            burst(note, "G-7KQ4-93VX");
        });
        assertThat(fx(() -> note.getText())).isEqualTo("rappeler demain");
    }

    @Test
    void a_person_who_types_fast_is_no_scanner() {
        fxRun(() -> {
            note.requestFocus();
            now += 2_000;
            for (char typed : "muller".toCharArray()) {
                character(note, typed);
                now += 60;
            }
            stroke(note, KeyCode.ENTER);
        });
        assertThat(fired).containsExactly("note");
        assertThat(told).isEmpty();
    }

    @Override
    public void heldBack(KeyGuard.Reason reason) {
        told.add(reason.name());
    }

    @Override
    public void scanned(Scanned what, EventTarget target, Runnable takeOut) {
        told.add(what.toString());
        takeOut.run();
    }

    private void burst(Node target, String text) {
        for (int i = 0; i < text.length(); i++) {
            character(target, text.charAt(i));
            now += 10;
        }
        stroke(target, KeyCode.ENTER);
    }

    private void character(Node target, char typed) {
        KeyCode code = typed == ' '
                ? KeyCode.SPACE
                : Character.isDigit(typed) ? KeyCode.getKeyCode(String.valueOf(typed)) : KeyCode.A;
        press(target, code);
        Event.fireEvent(
                target,
                new KeyEvent(
                        KeyEvent.KEY_TYPED, String.valueOf(typed), "", KeyCode.UNDEFINED, false, false, false, false));
        release(target, code);
    }

    private static void stroke(Node target, KeyCode code) {
        press(target, code);
        release(target, code);
    }

    private static void press(Node target, KeyCode code) {
        key(target, KeyEvent.KEY_PRESSED, code);
    }

    private static void release(Node target, KeyCode code) {
        key(target, KeyEvent.KEY_RELEASED, code);
    }

    private static void key(Node target, javafx.event.EventType<KeyEvent> type, KeyCode code) {
        Event.fireEvent(target, new KeyEvent(type, "", "", code, false, false, false, false));
    }

    private static void mouse(Node target, javafx.event.EventType<MouseEvent> type) {
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        5,
                        5,
                        5,
                        5,
                        MouseButton.PRIMARY,
                        2,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(target, 5, 5)));
    }
}
