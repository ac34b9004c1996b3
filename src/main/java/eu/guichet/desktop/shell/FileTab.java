package eu.guichet.desktop.shell;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.PensionerFile;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.contact.ContactBar;
import eu.guichet.desktop.contact.ContactModel;
import eu.guichet.desktop.file.FileModel;
import eu.guichet.desktop.file.FileView;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.ui.CopiedText;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** One file that is held open, or the place for one: the file itself and the contact in which it is open. */
final class FileTab {
    private static final String BUNDLE = "eu.guichet.desktop.shell.shell";

    private final FileModel model;
    private final FileView view;
    private final ContactModel contact;
    private final ContactBar bar;
    private final Texts texts;
    private final Subscription subscriptions;

    /**
     * @param reasons to which the contact's can be changed
     * @param close closes this file
     */
    FileTab(
            ViewContext context,
            ActDoors.Outside outside,
            PaperReports reports,
            List<ContactBar.Choice> reasons,
            Runnable close) {
        texts = context.texts().sibling(BUNDLE);
        model = new FileModel(context.client(), context.tasks(), context.clock());
        view = new FileView(model, context, new ActDoors(context, outside, reports));
        contact = new ContactModel(context.client(), context.tasks(), CopiedText::forget);
        bar = new ContactBar(contact, context.texts(), context.zone(), reasons, close, view::focusAct);
        subscriptions = model.contactProperty().subscribe(read -> {
            // while it is closed the contact is kept until it is told what was done
            if (read != null) {
                contact.learn(read);
            }
        });
    }

    FileModel model() {
        return model;
    }

    FileView view() {
        return view;
    }

    ContactModel contact() {
        return contact;
    }

    ContactBar bar() {
        return bar;
    }

    /** Whether somebody's file is open here, or being opened. */
    boolean isOpen() {
        return model.openId() != null;
    }

    boolean isOpenFor(String pensionerId) {
        return pensionerId.equals(model.openId());
    }

    /** As last read; null while it is not. */
    @Nullable
    PensionerFile file() {
        return model.fileProperty().get();
    }

    /** What can be done in it, by name. */
    List<Palette.Choice> acts() {
        PensionerFile open = file();
        return open == null
                ? List.of()
                : Stream.concat(
                                open.actions().stream()
                                        .map(action -> new Palette.Choice(
                                                action.label(),
                                                Objects.requireNonNullElse(action.reason(), ""),
                                                action.open(),
                                                () -> view.start(action))),
                                Stream.of(
                                        new Palette.Choice(
                                                texts.get("palette.callback"), "Alt 8", true, view::promiseCallback),
                                        new Palette.Choice(
                                                texts.get("palette.office-note"),
                                                "",
                                                open.rightOffice() != null
                                                        && !open.rightOffice()
                                                                .writesTo()
                                                                .isEmpty(),
                                                view::leaveOfficeNote)))
                        .toList();
    }

    void show(String pensionerId, AccessReason reason) {
        model.show(pensionerId, reason);
    }

    /** Changes why the file is open; nothing where it is open for that already. */
    void correct(AccessReason reason) {
        Contact open = contact.contact().get();
        String id = model.openId();
        if (open != null && id != null && !open.reason().equals(reason)) {
            model.show(id, reason);
        }
    }

    void release() {
        subscriptions.unsubscribe();
        bar.release();
        view.release();
    }
}
