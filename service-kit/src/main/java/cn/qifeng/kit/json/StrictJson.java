package cn.qifeng.kit.json;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.Uscc;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/**
 * JSON of the HTTP interfaces: unknown, repeated and missing primitive members are refused; ids and credit codes are
 * strings, amounts integers in fen, moments UTC with three digits of milliseconds (docs/evidence.md section 1).
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int DEPTH_MAX = 64;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        json.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .build());
        json.registerModule(kernelTypes());
    }

    private static SimpleModule kernelTypes() {
        var module = new SimpleModule("qifeng-kernel");
        asText(module, TenderId.class, TenderId::of);
        asText(module, LotId.class, LotId::of);
        asText(module, PartyId.class, PartyId::of);
        asText(module, PersonId.class, PersonId::of);
        asText(module, Uscc.class, Uscc::new);
        module.addSerializer(Fen.class, new AmountWriter());
        module.addDeserializer(Fen.class, new AmountReader());
        module.addSerializer(Instant.class, new MomentWriter());
        return module;
    }

    private static <T> void asText(SimpleModule module, Class<T> type, Function<String, T> reader) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new TextReader<>(type, reader));
    }

    private static final class TextReader<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> reader;

        TextReader(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString();
            try {
                return reader.apply(text == null ? "" : text);
            } catch (IllegalArgumentException e) {
                return (T) context.handleWeirdStringValue(handledType(), text, "not valid");
            }
        }
    }

    private static final class AmountWriter extends StdSerializer<Fen> {

        private static final long serialVersionUID = 1L;

        AmountWriter() {
            super(Fen.class);
        }

        @Override
        public void serialize(Fen amount, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(amount.value());
        }
    }

    private static final class AmountReader extends StdDeserializer<Fen> {

        private static final long serialVersionUID = 1L;

        AmountReader() {
            super(Fen.class);
        }

        @Override
        public Fen deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (Fen) context.handleUnexpectedToken(Fen.class, parser);
            }
            long fen = parser.getLongValue();
            if (fen < 0 || fen > Fen.MAX) {
                return (Fen) context.handleWeirdNumberValue(Fen.class, fen, "amount out of range");
            }
            return new Fen(fen);
        }
    }

    private static final class MomentWriter extends StdSerializer<Instant> {

        private static final long serialVersionUID = 1L;

        MomentWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant moment, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(MOMENT.format(moment));
        }
    }
}
