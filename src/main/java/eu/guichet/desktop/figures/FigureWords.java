package eu.guichet.desktop.figures;

import eu.guichet.contract.Cohort;
import eu.guichet.contract.FigureCount;
import eu.guichet.contract.FigurePeriod;
import eu.guichet.contract.Figures;
import eu.guichet.contract.FirstContacts;
import eu.guichet.contract.FunnelStep;
import eu.guichet.contract.StepTime;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Figures in the words of the one who reads them. */
final class FigureWords {
    private static final double SECONDS_AN_HOUR = 3600;

    private final Texts texts;

    private final DateTimes times;
    private final Instant now;

    FigureWords(Texts texts, DateTimes times, Instant now) {
        this.texts = texts;
        this.times = times;
        this.now = now;
    }

    /**
     * Those that there are: one's own have no funnel, times and returns.
     *
     * @param by of what length the cohorts are
     */
    List<FigureTable> tables(Figures figures, FigurePeriod by) {
        List<FigureTable> tables = new ArrayList<>(List.of(
                counts("contacts", "reason", figures.contacts()),
                first(figures.firstContacts()),
                counts("resends", "message", figures.resends()),
                letters(figures.letters())));
        if (!figures.funnel().isEmpty()) {
            tables.add(funnel(figures.funnel()));
            if (!figures.cohorts().isEmpty()) {
                tables.add(cohorts(figures.cohorts(), by));
            }
            tables.add(times(figures.times()));
            tables.add(counts("returns", "return", figures.returns()));
        }
        return tables;
    }

    private FigureTable counts(String id, String words, List<FigureCount> counts) {
        return table(
                id,
                List.of("what", "count"),
                counts.stream()
                        .map(one -> counted(word(words, one.key()), one.count()))
                        .toList());
    }

    private FigureTable.Row counted(String name, int count) {
        return new FigureTable.Row(
                List.of(name, String.valueOf(count)),
                texts.get("bar", "name", name, "figure", String.valueOf(count)),
                List.of((double) count));
    }

    /** What a newer backend counts keeps its key. */
    private String word(String words, String key) {
        String text = words + "." + key.toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.has(text) ? texts.get(text) : key;
    }

    private FigureTable first(FirstContacts first) {
        return table(
                "first",
                texts.get("first.note", "days", first.days()),
                List.of("what", "count"),
                List.of(
                        counted(texts.get("first.solved"), first.solved()),
                        counted(texts.get("first.again"), first.again()),
                        counted(texts.get("first.undecided"), first.undecided())));
    }

    private FigureTable letters(int letters) {
        return table("letters", List.of("what", "count"), List.of(counted(texts.get("letters.generated"), letters)));
    }

    private FigureTable funnel(List<FunnelStep> funnel) {
        return new FigureTable(
                "funnel",
                texts.get("funnel.title"),
                texts.get("funnel.note"),
                columns("step", "reached", "here"),
                funnel.stream()
                        .map(step -> new FigureTable.Row(
                                List.of(
                                        texts.get("step.one", "step", step.step()),
                                        String.valueOf(step.reached()),
                                        String.valueOf(step.here())),
                                texts.get(
                                        "funnel.bar",
                                        "step",
                                        step.step(),
                                        "reached",
                                        String.valueOf(step.reached()),
                                        "here",
                                        String.valueOf(step.here())),
                                List.of((double) step.reached(), (double) step.here())))
                        .toList(),
                List.of(texts.get("column.reached"), texts.get("column.here")));
    }

    /** A column a period; drawn is the part of those who began, so that many and few can be compared. */
    private FigureTable cohorts(List<Cohort> cohorts, FigurePeriod by) {
        List<String> names = cohorts.stream().map(cohort -> name(cohort, by)).toList();
        List<FigureTable.Row> rows = new ArrayList<>();
        if (cohorts.stream().anyMatch(cohort -> cohort.people() > 0)) {
            rows.add(row(texts.get("cohorts.began"), "0", cohorts, Cohort::people));
            int steps = cohorts.getFirst().passed().size();
            for (int i = 0; i < steps; i++) {
                int place = i;
                rows.add(row(
                        texts.get("step.one", "step", place + 1),
                        String.valueOf(place + 1),
                        cohorts,
                        cohort -> cohort.passed().get(place)));
            }
        }
        return new FigureTable(
                "cohorts",
                texts.get("cohorts.title"),
                texts.get("cohorts.note"),
                Stream.concat(Stream.of(texts.get("column.step")), names.stream())
                        .toList(),
                rows,
                names,
                FigureTable.Drawn.LINES);
    }

    private static FigureTable.Row row(String name, String label, List<Cohort> cohorts, ToIntFunction<Cohort> count) {
        return new FigureTable.Row(
                Stream.concat(Stream.of(name), cohorts.stream().map(cohort -> String.valueOf(count.applyAsInt(cohort))))
                        .toList(),
                label,
                cohorts.stream()
                        .map(cohort -> cohort.people() == 0 ? 0 : 100.0 * count.applyAsInt(cohort) / cohort.people())
                        .toList());
    }

    private String name(Cohort cohort, FigurePeriod by) {
        String day = times.day(cohort.from(), now);
        return switch (by) {
            case DAY -> day;
            case WEEK -> texts.get("cohorts.week", "from", day);
            case MONTH ->
                cohort.from().getMonth().getDisplayName(TextStyle.FULL_STANDALONE, texts.locale()) + " "
                        + cohort.from().getYear();
        };
    }

    private FigureTable times(List<StepTime> times) {
        return new FigureTable(
                "times",
                texts.get("times.title"),
                texts.get("times.note"),
                columns("steps", "people", "median", "mostly"),
                times.stream().map(this::time).toList(),
                List.of(texts.get("column.median"), texts.get("column.mostly")));
    }

    private FigureTable.Row time(StepTime time) {
        String steps = texts.get("steps.one", "from", time.from(), "to", time.to());
        String median = span(time.median());
        String mostly = span(time.mostly());
        return new FigureTable.Row(
                List.of(steps, String.valueOf(time.count()), median, mostly),
                texts.get("times.bar", "steps", steps, "median", median, "mostly", mostly),
                List.of(time.median() / SECONDS_AN_HOUR, time.mostly() / SECONDS_AN_HOUR));
    }

    private String span(long seconds) {
        Duration span = Duration.ofSeconds(seconds);
        if (span.toDays() >= 2) {
            return texts.get("span.days", "count", span.toDays());
        }
        return span.toHours() >= 2
                ? texts.get("span.hours", "count", span.toHours())
                : texts.get("span.minutes", "count", span.toMinutes());
    }

    private FigureTable table(String id, List<String> columns, List<FigureTable.Row> rows) {
        return table(id, texts.get(id + ".note"), columns, rows);
    }

    private FigureTable table(String id, String note, List<String> columns, List<FigureTable.Row> rows) {
        return new FigureTable(
                id,
                texts.get(id + ".title"),
                note,
                columns(columns.toArray(String[]::new)),
                rows,
                List.of(texts.get("column.count")));
    }

    private List<String> columns(String... names) {
        return Stream.of(names).map(name -> texts.get("column." + name)).toList();
    }
}
