package eu.guichet.desktop.worklist;

import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.WorklistRow;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;

/** What a row of the list of promised calls says of its call. */
final class CallbackWords {
    private CallbackWords() {}

    static boolean late(WorklistRow row, Instant now) {
        Callback callback = row.callback();
        return callback != null && callback.overdue(now);
    }

    static String at(Texts texts, DateTimes moments, WorklistRow row, Instant now) {
        Callback callback = row.callback();
        if (callback == null) {
            return "";
        }
        String moment = moments.moment(callback.at(), now);
        return callback.overdue(now) ? texts.get("call.late", "moment", moment) : moment;
    }

    static String note(WorklistRow row) {
        Callback callback = row.callback();
        return callback == null ? "" : callback.note();
    }

    static String by(Texts texts, WorklistRow row) {
        Callback callback = row.callback();
        if (callback == null) {
            return "";
        }
        if (callback.by() == CallbackBy.OFFICE) {
            return texts.get("call.office");
        }
        return callback.mine() ? texts.get("call.mine") : callback.promisedBy();
    }
}
