package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.delivery.GatewayReceipts;
import eu.guichet.contract.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** What became of SMS, as the gateways post it: each knows its secret, as a bearer token or as the password of any user. */
final class SmsReceiptsResource {
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "json";

    private final GatewayReceipts receipts;

    SmsReceiptsResource(Services rooms) {
        receipts = rooms.receipts();
    }

    Route receipts() {
        return new Route.OfGateway("/v1/sms-receipts/{gateway}", this::caller, this::told);
    }

    private Optional<String> caller(ServerRequest request) {
        String gateway = gateway(request);
        return secret(request)
                .filter(secret -> receipts.isFrom(gateway, secret))
                .map(_ -> "sms-gateway-" + gateway);
    }

    /** A receipt about nobody here is accepted all the same: a gateway would tell it for ever. */
    private Answer told(ServerRequest request) {
        String type =
                request.headers().first(HeaderNames.CONTENT_TYPE).orElse("").toLowerCase(Locale.ROOT);
        boolean form = type.startsWith(FORM);
        if (!form && !type.contains(JSON)) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        if (request.headers().contentLength().orElse(0) > Body.LONGEST) {
            throw ProblemException.of(ProblemType.REQUEST_TOO_LARGE);
        }
        if (receipts.told(gateway(request), Body.text(request), form) == 0) {
            throw ProblemException.at("$", Fault.MALFORMED);
        }
        return Answer.empty();
    }

    private static String gateway(ServerRequest request) {
        return request.path().pathParameters().get("gateway");
    }

    private static Optional<String> secret(ServerRequest request) {
        return request.headers().first(HeaderNames.AUTHORIZATION).flatMap(SmsReceiptsResource::secret);
    }

    private static Optional<String> secret(String authorization) {
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            String both = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    UTF_8);
            int colon = both.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(both.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
