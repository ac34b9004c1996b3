package eu.guichet.backend.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What a query of names means to the index, and how much each way to match is worth. */
final class NameMatch {
    private static final float EXACT_LAST = 100;
    /** What each word is worth that is found as it was typed, and a little less than in a last name. */
    static final float EXACT = 99;

    private static final float BEGINNING_LAST = 80;
    private static final float BEGINNING = 79;
    private static final float RUN_TOGETHER = 75;
    private static final float SHORT_FORM = 70;
    private static final float SLIP = 60;
    private static final float INITIAL = 50;
    private static final float INITIAL_LAST = 45;
    private static final float SOUND = 40;
    private static final float TWO_SLIPS = 35;
    private static final float BEGINNING_WITH_SLIP = 30;
    private static final float TOWN = 10;

    private static final int SHORTEST_WITH_SLIP = 3;
    private static final int SHORTEST_WITH_TWO = 6;
    /** A beginning of fewer letters with a slip in it would match half the register. */
    private static final int SHORTEST_BEGINNING_WITH_SLIP = 5;

    /** "Don" may be Donald, and "dr" is no beginning. */
    private static final int SHORTEST_OPTIONAL_BEGINNING = 3;

    private static final int SHORTEST_RUN_TOGETHER = 6;
    private static final int SHORTEST_TOWN = 3;
    /** So many towns would be worth as much as both names run together. */
    private static final int MANY_WORDS = 8;

    /** What one query needs in several tiers is looked for once. */
    private final Map<String, Slips> slips = new HashMap<>();

    /** What none of them has is not looked for in the index. */
    private final KnownWords known;

    private final KnownWords towns;

    NameMatch(KnownWords known, KnownWords towns) {
        this.known = known;
        this.towns = towns;
    }

    /** How much is forgiven. */
    enum Ear {
        /** Nothing: words as written, their beginnings, short forms and words run together. */
        SHARP,
        /** One slip in a word. */
        FINE,
        /** Two slips, a slip in a beginning, and words that sound alike. */
        COARSE
    }

    /**
     * What whoever is found is worth more than, if one of the words at least is of a name: towns alone never are. Words that may
     * be missing are not counted, for which reason {@link #query} sees to it itself where there are any, or very many words.
     */
    static float least(NameQuery asked) {
        int words = asked.words().size();
        return words > 1 && toldByWorth(asked) ? TOWN * words : 0;
    }

    /** A word alone is never looked for among towns. */
    private static boolean toldByWorth(NameQuery asked) {
        int words = asked.words().size();
        return words == 1 || (words < MANY_WORDS && asked.optional().isEmpty());
    }

    /** Those in whose names every word is found, the towns of their addresses counted for all words but one. */
    Query query(NameQuery asked, Ear ear) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        BooleanQuery.Builder named = new BooleanQuery.Builder();
        boolean several = asked.words().size() > 1;
        boolean told = toldByWorth(asked);
        for (NameQuery.Word word : asked.words()) {
            List<Query> ways = names(word, ear, !several || ear == Ear.COARSE);
            if (!told) {
                named.add(new DisjunctionMaxQuery(List.copyOf(ways), 0), Occur.SHOULD);
            }
            if (several) {
                towns(word, ways);
            }
            all.add(new DisjunctionMaxQuery(ways, 0), Occur.MUST);
        }
        if (!told) {
            all.add(named.build(), Occur.FILTER);
        }
        for (NameQuery.Word word : asked.optional()) {
            List<Query> ways = exact(word.spellings());
            for (String typed : word.spellings()) {
                if (typed.length() == 1) {
                    ways.addAll(initial(typed));
                } else if (typed.length() >= SHORTEST_OPTIONAL_BEGINNING && !word.particle() && known.goesOn(typed)) {
                    ways.add(worth(BEGINNING, new Beginnings(new Term(NameDocument.NAME, typed))));
                }
            }
            all.add(new DisjunctionMaxQuery(ways, 0), Occur.SHOULD);
        }
        Query query = all.build();
        Set<String> together = asked.together();
        if (!together.isEmpty()) {
            List<Query> either = new ArrayList<>(List.of(query));
            for (String whole : together) {
                either.add(worth(EXACT, new TermQuery(new Term(NameDocument.NAME, whole))));
                either.add(worth(BEGINNING, new Beginnings(new Term(NameDocument.NAME, whole))));
            }
            query = new DisjunctionMaxQuery(either, 0);
        }
        return asked.years().isEmpty() ? query : ofYears(query, asked.years());
    }

    /** Whoever has this word in name or town, with no more forgiven than that. */
    Query anybody(NameQuery.Word word, Ear ear) {
        List<Query> ways = names(word, ear, true);
        towns(word, ways);
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query ofYears(Query query, Set<Integer> years) {
        List<BytesRef> born =
                years.stream().map(year -> new BytesRef(String.valueOf(year))).toList();
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermInSetQuery(NameDocument.BORN, born), Occur.FILTER)
                .build();
    }

    private List<Query> exact(Set<String> spellings) {
        List<Query> ways = new ArrayList<>();
        spellings.stream().filter(known::contains).forEach(spelling -> {
            ways.add(worth(EXACT_LAST, new TermQuery(new Term(NameDocument.LAST, spelling))));
            ways.add(worth(EXACT, new TermQuery(new Term(NameDocument.NAME, spelling))));
        });
        return ways;
    }

    private static List<Query> initial(String letter) {
        return List.of(
                worth(INITIAL, new TermQuery(new Term(NameDocument.INITIAL, NameDocument.OF_FIRST + letter))),
                worth(INITIAL_LAST, new TermQuery(new Term(NameDocument.INITIAL, NameDocument.OF_LAST + letter))));
    }

    /** @param alone whether the word may be both names run together */
    private List<Query> names(NameQuery.Word word, Ear ear, boolean alone) {
        List<Query> ways = new ArrayList<>(exact(word.spellings()));
        ways.addAll(exact(word.joined()));
        for (String typed : word.spellings()) {
            if (typed.length() == 1) {
                ways.addAll(initial(typed));
                continue;
            }
            if (known.goesOn(typed)) {
                ways.add(worth(BEGINNING_LAST, new Beginnings(new Term(NameDocument.LAST, typed))));
                ways.add(worth(BEGINNING, new Beginnings(new Term(NameDocument.NAME, typed))));
            }
            for (String full : Diminutives.full(typed)) {
                if (known.contains(full)) {
                    ways.add(worth(SHORT_FORM, new TermQuery(new Term(NameDocument.NAME, full))));
                }
            }
            boolean nobodys = !known.contains(typed) && !known.goesOn(typed);
            if ((alone || nobodys) && typed.length() >= SHORTEST_RUN_TOGETHER) {
                ways.add(worth(RUN_TOGETHER, new Beginnings(new Term(NameDocument.WHOLE, typed))));
            }
            if (alone && ear == Ear.COARSE) {
                whole(typed, ways);
            }
            slips(typed, ear, ways);
        }
        if (ear == Ear.COARSE) {
            sounds(word, ways);
        }
        for (String joined : word.joined()) {
            if (known.goesOn(joined)) {
                ways.add(worth(BEGINNING, new Beginnings(new Term(NameDocument.NAME, joined))));
            }
            slips(joined, ear, ways);
            if (alone && ear == Ear.COARSE) {
                whole(joined, ways);
            }
        }
        return ways;
    }

    /** All spellings at once: a query of very many parts is refused. */
    private static void sounds(NameQuery.Word word, List<Query> ways) {
        List<BytesRef> sounds = word.spellings().stream()
                .filter(typed -> typed.length() > 1)
                .flatMap(typed -> Sound.of(typed).stream())
                .distinct()
                .map(BytesRef::new)
                .toList();
        ways.add(worth(SOUND, new TermInSetQuery(NameDocument.SOUND, sounds)));
    }

    private void whole(String typed, List<Query> ways) {
        if (typed.length() >= SHORTEST_RUN_TOGETHER) {
            ways.add(worth(TWO_SLIPS, slips(typed).whole()));
        }
    }

    private void slips(String typed, Ear ear, List<Query> ways) {
        if (ear == Ear.SHARP || typed.length() < SHORTEST_WITH_SLIP) {
            return;
        }
        Slips near = slips(typed);
        ways.add(worth(SLIP, near.one()));
        if (ear == Ear.COARSE && typed.length() >= SHORTEST_BEGINNING_WITH_SLIP) {
            ways.add(worth(BEGINNING_WITH_SLIP, near.beginning()));
        }
        if (ear == Ear.COARSE && typed.length() >= SHORTEST_WITH_TWO) {
            ways.add(worth(TWO_SLIPS, near.two()));
        }
    }

    private Slips slips(String typed) {
        return slips.computeIfAbsent(typed, word -> new Slips(word, known));
    }

    private void towns(NameQuery.Word word, List<Query> ways) {
        for (String typed : word.spellings()) {
            if (towns.contains(typed)) {
                ways.add(worth(TOWN, new TermQuery(new Term(NameDocument.TOWN, typed))));
            }
            if (typed.length() >= SHORTEST_TOWN && towns.goesOn(typed)) {
                ways.add(worth(TOWN - 1, new Beginnings(new Term(NameDocument.TOWN, typed))));
            }
        }
    }

    private static Query worth(float points, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), points);
    }
}
