package eu.guichet.desktop.figures;

import eu.guichet.client.ClientException;
import eu.guichet.contract.FigurePeriod;
import eu.guichet.contract.Figures;
import eu.guichet.contract.FiguresQuery;
import eu.guichet.contract.OfficeCode;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import java.time.LocalDate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The figures that were last read, and of what. Belongs to the FX thread. */
final class FiguresModel {
    /** Whose figures somebody may see. */
    enum Whose {
        OWN,
        OFFICES
    }

    /**
     * Of what.
     *
     * @param day any of the period
     * @param office null for all
     */
    record Wanted(
            Whose whose,
            FigurePeriod period,
            LocalDate day,
            @Nullable OfficeCode office) {
        FiguresQuery query() {
            return whose == Whose.OWN
                    ? new FiguresQuery(period.first(day), period.last(day), null)
                    : new FiguresQuery(period.first(day), period.last(day), office, period);
        }
    }

    private final ViewContext context;
    private final Latest latest = new Latest();
    private final ReadOnlyObjectWrapper<Wanted> wanted;
    private final ReadOnlyObjectWrapper<@Nullable Figures> figures = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();

    FiguresModel(ViewContext context, Whose first) {
        this.context = context;
        wanted = new ReadOnlyObjectWrapper<>(new Wanted(first, FigurePeriod.WEEK, today(), null));
    }

    LocalDate today() {
        return LocalDate.ofInstant(context.clock().instant(), context.zone());
    }

    void whose(Whose whose) {
        want(new Wanted(whose, now().period(), now().day(), now().office()));
    }

    void over(FigurePeriod period) {
        want(new Wanted(now().whose(), period, now().day(), now().office()));
    }

    void of(@Nullable OfficeCode office) {
        want(new Wanted(now().whose(), now().period(), now().day(), office));
    }

    /** So many periods later; earlier where negative. None that lies ahead. */
    void move(int by) {
        LocalDate day = now().period().moved(now().day(), by);
        if (!now().period().first(day).isAfter(today())) {
            want(new Wanted(now().whose(), now().period(), day, now().office()));
        }
    }

    private Wanted now() {
        return wanted.get();
    }

    private void want(Wanted other) {
        if (!other.equals(wanted.get())) {
            wanted.set(other);
            read();
        }
    }

    void read() {
        Wanted asked = wanted.get();
        context.tasks()
                .call(() -> asked.whose() == Whose.OWN
                        ? context.client().ownFigures(asked.query())
                        : context.client().figures(asked.query()))
                .onDone(read -> {
                    failure.set(null);
                    figures.set(read);
                })
                .onFailure(why -> {
                    figures.set(null);
                    failure.set(why);
                })
                .within(latest)
                .start();
    }

    void close() {
        latest.cancel();
    }

    ReadOnlyObjectProperty<Wanted> wanted() {
        return wanted.getReadOnlyProperty();
    }

    /** Null while none are read. */
    ReadOnlyObjectProperty<@Nullable Figures> figures() {
        return figures.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }
}
