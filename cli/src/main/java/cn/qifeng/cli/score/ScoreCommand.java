package cn.qifeng.cli.score;

import cn.qifeng.cli.Invocation;
import cn.qifeng.cli.seal.Refusals;
import cn.qifeng.kernel.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qifeng score FILE}: computes base price, scores and ranks of a tender again, so that every bidder can check. */
@Command(
        name = "score",
        description = "Compute price scores again from a file (docs/price-methods.md): exit 0 computed, 1 refused",
        mixinStandardHelpOptions = true)
public final class ScoreCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    @Parameters(index = "0", paramLabel = "FILE", description = "method, coefficients and prices as JSON")
    private Path file;

    @Option(names = "--json", description = "print one JSON object instead of a table")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var path = Invocation.path(file);
        if (!Files.isReadable(path)) {
            System.err.println("There is no file " + file + " that can be read.");
            return 1;
        }
        try {
            var result = PriceResult.of(PriceCase.of(read(path)));
            System.out.println(json ? JSON.writeValueAsString(result) : ScoreTable.of(result));
            return 0;
        } catch (Refused refused) {
            System.err.println(Refusals.text(refused));
            return 1;
        }
    }

    private static ObjectNode read(Path path) throws IOException {
        JsonNode read;
        try {
            read = JSON.readTree(Files.readAllBytes(path));
        } catch (JsonProcessingException e) {
            throw ScoreRefusal.UNREADABLE.at("file", e.getOriginalMessage(), "one JSON object");
        }
        if (read instanceof ObjectNode object) {
            return object;
        }
        throw ScoreRefusal.UNREADABLE.at("file", read, "one JSON object");
    }
}
