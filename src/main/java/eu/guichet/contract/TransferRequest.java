package eu.guichet.contract;

import eu.guichet.typed.Typed;

/**
 * To give the competence for somebody to another office.
 *
 * @param to another than the competent one
 * @param remark may be empty, but for {@link TransferReason#OTHER}; never a code
 */
public record TransferRequest(OfficeCode to, TransferReason reason, String remark) {
    public TransferRequest {
        if (remark != null) {
            remark = Typed.words(remark);
        }
    }
}
