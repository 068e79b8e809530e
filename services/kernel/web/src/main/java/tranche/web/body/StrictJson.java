package tranche.web.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/** JSON as RFC 8259 has it and no looser: UTF-8, one value, no field twice, of bounded depth and size. */
final class StrictJson {

    /** The deepest request of the contract is four levels deep. */
    private static final int DEEPEST = 32;

    /** The longest text of the contract has 2,000 characters; a field may say so itself up to this size. */
    private static final int LONGEST_TEXT = 1 << 20;

    /** No number of the contract has more than 20 digits; larger ones are only work for the parser. */
    private static final int LONGEST_NUMBER = 64;

    private static final int LONGEST_NAME = 256;

    private static final ObjectMapper MAPPER = JsonMapper.builder(factory())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictJson() {}

    /** @throws Problem {@code malformed}, without the parser's own words */
    static JsonNode read(byte[] json) {
        return parse(json).orElseThrow(() -> Problem.of(RequestRefusal.MALFORMED));
    }

    /** The value; empty where the bytes are none. */
    static Optional<JsonNode> parse(byte[] json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }

    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .build();
    }
}
