package eu.guichet.client;

import com.fasterxml.jackson.annotation.Nulls;
import eu.guichet.contract.ContractJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the contract's records. */
final class Json {
    static final String MEDIA_TYPE = "application/json";

    /** Nothing is missing that the contract promises, and no list has holes. */
    private static final JsonMapper ANSWERS = ContractJson.mapper()
            .rebuild()
            .annotationIntrospector(new RequiredFields())
            .changeDefaultNullHandling(handling -> handling.withContentNulls(Nulls.FAIL))
            .build();

    private static final Logger LOG = LoggerFactory.getLogger(Json.class);

    private Json() {}

    static byte[] write(Object value) {
        return ContractJson.mapper().writeValueAsBytes(value);
    }

    /**
     * @throws ClientException.NotUnderstood if this is no JSON, or not of the type, or not all of it; without the parser's failure
     *     as cause, because that quotes what it read
     */
    static <T> T read(byte[] json, Class<T> type, String correlation) {
        T value;
        try {
            value = ANSWERS.readValue(json, type);
        } catch (JacksonException e) {
            LOG.warn("{} not understood as {} at {}", correlation, type.getSimpleName(), e.getPathReference());
            throw new ClientException.NotUnderstood(correlation, null);
        }
        if (value == null) {
            throw new ClientException.NotUnderstood(correlation, null);
        }
        return value;
    }
}
