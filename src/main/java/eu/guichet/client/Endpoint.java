package eu.guichet.client;

import okhttp3.HttpUrl;

/** The calls of the contract. Opaque ids are all that ever stands in a path; nothing stands in a query. */
enum Endpoint {
    ME("GET", "v1/me", Repeat.QUESTION),
    OFFICES("GET", "v1/offices", Repeat.QUESTION),
    SEARCH("POST", "v1/search", Repeat.QUESTION),
    FILE("GET", "v1/pensioners/{id}", Repeat.QUESTION),
    VERIFY("POST", "v1/pensioners/{id}/verifications", Repeat.ACT),
    RESEND("POST", "v1/pensioners/{id}/messages", Repeat.KEYED_ACT),
    MESSAGE("GET", "v1/messages/{id}", Repeat.QUESTION),
    GENERATE_LETTER("POST", "v1/pensioners/{id}/letters", Repeat.KEYED_ACT),
    DOCUMENT("GET", "v1/letters/{id}/document", Repeat.GIVEN_OUT_ONCE),
    RECORD("PATCH", "v1/letters/{id}", Repeat.ACT),
    HANDOVER_DRAFT("GET", "v1/pensioners/{id}/handover", Repeat.QUESTION),
    HAND_OVER("POST", "v1/pensioners/{id}/handover", Repeat.ACT),
    EVENTS("GET", "v1/events", Repeat.QUESTION),
    TRAINING("GET", "training/v1/pensioners/{id}", Repeat.QUESTION),
    MOVE("POST", "training/v1/pensioners/{id}/moves", Repeat.ACT);

    private static final String ID = "{id}";

    private final String method;
    private final String template;
    private final Repeat repeat;

    Endpoint(String method, String template, Repeat repeat) {
        this.method = method;
        this.template = template;
        this.repeat = repeat;
    }

    String method() {
        return method;
    }

    /** The path without any id: what a log may show. */
    String template() {
        return template;
    }

    Repeat repeat() {
        return repeat;
    }

    HttpUrl under(HttpUrl base) {
        return base.newBuilder().addPathSegments(template).build();
    }

    HttpUrl under(HttpUrl base, String id) {
        HttpUrl.Builder url = base.newBuilder();
        for (String segment : template.split("/", -1)) {
            url.addPathSegment(segment.equals(ID) ? id : segment);
        }
        return url.build();
    }
}
