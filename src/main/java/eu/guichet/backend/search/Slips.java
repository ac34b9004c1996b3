package eu.guichet.backend.search;

import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.Transition;
import org.jspecify.annotations.Nullable;

/** One word in plain letters as it may be meant where a finger slipped: each way is made when it is first asked for, once. */
final class Slips {
    /** A slip in a word of fewer letters leaves nothing of it. */
    private static final int SHORTEST_MEANT = 4;

    private static final char FIRST_LETTER = '0';
    private static final char LAST_LETTER = 'z';
    private static final Automaton LETTER = Automata.makeCharRange(FIRST_LETTER, LAST_LETTER);
    private static final Automaton LETTERS = Operations.repeat(LETTER);
    private static final Automaton LONG_ENOUGH =
            Operations.concatenate(List.of(Operations.repeat(LETTER, SHORTEST_MEANT, SHORTEST_MEANT), LETTERS));

    private final String typed;
    private final LevenshteinAutomata near;
    private @Nullable Automaton within;
    private @Nullable Query one;
    private @Nullable Query beginning;
    private @Nullable Query two;
    private @Nullable Query whole;

    Slips(String typed) {
        this.typed = typed;
        // plain letters are bytes: nothing has to be made of characters that no word has
        this.near = new LevenshteinAutomata(typed.codePoints().toArray(), LAST_LETTER, true);
    }

    private Automaton within() {
        Automaton made = within;
        if (made == null) {
            made = near.toAutomaton(1);
            if (typed.length() <= SHORTEST_MEANT) {
                made = Operations.intersection(made, LONG_ENOUGH);
            }
            within = made;
        }
        return made;
    }

    /** A word of a name, with one slip. */
    Query one() {
        one = made(one, () -> query(NameDocument.NAME, NearTerms.Way.ONE_SLIP, within()));
        return one;
    }

    /** The beginning of a word of a name, with one slip. */
    Query beginning() {
        beginning =
                made(beginning, () -> query(NameDocument.NAME, NearTerms.Way.BEGINNING, withAnythingBehind(within())));
        return beginning;
    }

    /** A word of a name, with two slips. */
    Query two() {
        two = made(two, () -> query(NameDocument.NAME, NearTerms.Way.TWO_SLIPS, near.toAutomaton(2)));
        return two;
    }

    /** Both names run together, with one slip. */
    Query whole() {
        whole = made(whole, () -> query(NameDocument.WHOLE, NearTerms.Way.ONE_SLIP, within()));
        return whole;
    }

    private static Query made(@Nullable Query before, Supplier<Query> making) {
        return before == null ? making.get() : before;
    }

    private Query query(String field, NearTerms.Way way, Automaton automaton) {
        return new NearTerms(new Term(field, typed), way, automaton);
    }

    /** Whatever begins with a word that this deterministic automaton accepts. */
    private static Automaton withAnythingBehind(Automaton words) {
        Automaton.Builder made = new Automaton.Builder();
        Transition step = new Transition();
        for (int state = 0; state < words.getNumStates(); state++) {
            made.createState();
            made.setAccept(state, words.isAccept(state));
        }
        for (int state = 0; state < words.getNumStates(); state++) {
            if (words.isAccept(state)) {
                made.addTransition(state, state, FIRST_LETTER, LAST_LETTER);
                continue;
            }
            int steps = words.initTransition(state, step);
            for (int i = 0; i < steps; i++) {
                words.getNextTransition(step);
                made.addTransition(state, step.dest, step.min, step.max);
            }
        }
        return Operations.removeDeadStates(made.finish());
    }
}
