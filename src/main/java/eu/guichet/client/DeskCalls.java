package eu.guichet.client;

import eu.guichet.contract.Approval;
import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackPatch;
import eu.guichet.contract.CallbackRequest;
import eu.guichet.contract.Contact;
import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeRequest;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeEntryRequest;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.OfficeNotePatch;
import eu.guichet.contract.OfficeNoteRequest;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.contract.Review;
import eu.guichet.contract.ReviewVerdict;
import eu.guichet.contract.TransferRequest;
import java.util.List;

/**
 * What a desk is to remember and what it is told: calls that were promised, what is disturbed, the offices, and what is to be looked
 * at.
 */
abstract class DeskCalls implements GuichetClient {
    abstract Exchange call(Endpoint endpoint);

    abstract Exchange call(Endpoint endpoint, String id);

    /** A call about the contact's person, within the contact. */
    Exchange within(Endpoint endpoint, Contact contact) {
        return call(endpoint, contact.pensionerId()).header(Contact.HEADER, contact.id());
    }

    @Override
    public Callback promiseCallback(Contact contact, CallbackRequest wanted, IdempotencyKey key) {
        return within(Endpoint.PROMISE_CALLBACK, contact).once(key).json(wanted).read(Callback.class);
    }

    @Override
    public Callback changeCallback(Contact contact, String callbackId, CallbackPatch patch, IdempotencyKey key) {
        return call(Endpoint.CHANGE_CALLBACK, callbackId)
                .header(Contact.HEADER, contact.id())
                .once(key)
                .json(patch)
                .read(Callback.class);
    }

    @Override
    public OfficeNote leaveOfficeNote(Contact contact, OfficeNoteRequest wanted, IdempotencyKey key) {
        return within(Endpoint.LEAVE_OFFICE_NOTE, contact)
                .once(key)
                .json(wanted)
                .read(OfficeNote.class);
    }

    @Override
    public OfficeNote changeOfficeNote(Contact contact, String noteId, OfficeNoteState state, IdempotencyKey key) {
        return call(Endpoint.CHANGE_OFFICE_NOTE, noteId)
                .header(Contact.HEADER, contact.id())
                .once(key)
                .json(new OfficeNotePatch(state))
                .read(OfficeNote.class);
    }

    @Override
    public void transfer(Contact contact, String etag, TransferRequest wanted, IdempotencyKey key) {
        within(Endpoint.TRANSFER, contact)
                .header(Headers.IF_MATCH, etag)
                .once(key)
                .json(wanted)
                .done();
    }

    @Override
    public OfficeRecord office(OfficeCode code) {
        return call(Endpoint.OFFICE, code.name()).read(OfficeRecord.class);
    }

    @Override
    public OfficeRecord writeOffice(OfficeCode code, String etag, OfficeEntryRequest wanted, IdempotencyKey key) {
        return call(Endpoint.WRITE_OFFICE, code.name())
                .header(Headers.IF_MATCH, etag)
                .once(key)
                .json(wanted)
                .read(OfficeRecord.class);
    }

    @Override
    public List<Notice> notices() {
        return List.of(call(Endpoint.NOTICES).read(Notice[].class));
    }

    @Override
    public Notice writeNotice(NoticeRequest wanted, IdempotencyKey key) {
        return call(Endpoint.WRITE_NOTICE).once(key).json(wanted).read(Notice.class);
    }

    @Override
    public Notice endNotice(String noticeId) {
        return call(Endpoint.END_NOTICE, noticeId).read(Notice.class);
    }

    @Override
    public List<Review> reviews() {
        return List.of(call(Endpoint.REVIEWS).read(Review[].class));
    }

    @Override
    public void judge(String reviewId, ReviewVerdict found) {
        call(Endpoint.JUDGE, reviewId).json(found).done();
    }

    @Override
    public List<Approval> ownApprovals() {
        return List.of(call(Endpoint.OWN_APPROVALS).read(Approval[].class));
    }

    @Override
    public Approval withdraw(String approvalId) {
        return call(Endpoint.WITHDRAW, approvalId).read(Approval.class);
    }
}
