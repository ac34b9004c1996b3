package eu.guichet.backend.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.delivery.GatewayReceipts;
import eu.guichet.backend.settings.Secret;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/** Receipts that gateways post, each gateway with a secret of its own. */
final class PostedReceipts implements GatewayReceipts {
    private final Map<String, Secret> secrets;
    private final Receipts receipts;

    /** @param secrets by the name of the gateway */
    PostedReceipts(Map<String, Secret> secrets, Receipts receipts) {
        this.secrets = Map.copyOf(secrets);
        this.receipts = receipts;
    }

    @Override
    public boolean isFrom(String gateway, String secret) {
        Secret expected = secrets.get(gateway);
        return expected != null && MessageDigest.isEqual(expected.reveal().getBytes(UTF_8), secret.getBytes(UTF_8));
    }

    @Override
    public int told(String gateway, String body, boolean form) {
        List<Receipt> told = form ? ReceiptReader.form(body) : ReceiptReader.json(body);
        told.forEach(receipt -> receipts.told(gateway, receipt, "sms-gateway-" + gateway));
        return told.size();
    }
}
