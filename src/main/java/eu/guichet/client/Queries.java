package eu.guichet.client;

import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.FigurePeriod;
import eu.guichet.contract.FiguresQuery;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistQuery;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The addresses of what is narrowed or turned over page by page; nothing of them tells of a person. */
final class Queries {
    private Queries() {}

    /** @param after of the page before; null for the first page */
    static HttpUrl letterDeskPage(HttpUrl base, LetterDeskStage stage, @Nullable String after) {
        HttpUrl.Builder url = Endpoint.LETTER_DESK_PAGE.under(base, stage.key()).newBuilder();
        narrow(url, "after", after);
        return url.build();
    }

    static HttpUrl worklist(HttpUrl base, Worklist list, WorklistQuery wanted) {
        HttpUrl.Builder url = Endpoint.WORKLIST.under(base, list.key()).newBuilder();
        url.addQueryParameter("sort", wanted.sort().key());
        narrow(url, "office", wanted.office());
        narrow(url, "step", wanted.step());
        narrow(url, "days", wanted.days());
        narrow(url, "agent", wanted.agent());
        narrow(url, "after", wanted.after());
        return url.build();
    }

    static HttpUrl batchDocument(HttpUrl base, String batchId, int letters) {
        HttpUrl.Builder part = Endpoint.BATCH_DOCUMENT.under(base, batchId).newBuilder();
        narrow(part, "letters", letters);
        return part.build();
    }

    static HttpUrl pastNotices(HttpUrl base) {
        return Endpoint.NOTICES
                .under(base)
                .newBuilder()
                .addQueryParameter("over", "true")
                .build();
    }

    static HttpUrl audit(HttpUrl base, AuditQuery wanted) {
        HttpUrl.Builder url = Endpoint.AUDIT.under(base).newBuilder();
        narrow(url, "pensioner", wanted.pensionerId());
        narrow(url, "agent", wanted.agentId());
        narrow(url, "contact", wanted.contactId());
        narrow(url, "on", wanted.on());
        narrow(url, "office", wanted.office());
        narrow(url, "act", wanted.act());
        narrow(url, "from", wanted.from());
        narrow(url, "until", wanted.until());
        narrow(url, "before", wanted.before());
        return url.build();
    }

    /** @param endpoint of an office's figures, or of one's own */
    static HttpUrl figures(HttpUrl base, Endpoint endpoint, FiguresQuery wanted) {
        HttpUrl.Builder url = endpoint.under(base).newBuilder();
        narrow(url, "from", wanted.from());
        narrow(url, "until", wanted.until());
        narrow(url, "office", wanted.office());
        FigurePeriod by = wanted.by();
        narrow(url, "by", by == null ? null : by.key());
        return url.build();
    }

    private static void narrow(HttpUrl.Builder url, String name, @Nullable Object value) {
        if (value != null) {
            url.addQueryParameter(name, value.toString());
        }
    }
}
