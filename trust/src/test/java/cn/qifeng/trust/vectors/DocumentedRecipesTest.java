package cn.qifeng.trust.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.qifeng.trust.fixture.OpenSsl;
import cn.qifeng.trust.hash.Hex;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The recipes of the specifications, run as they stand in docs")
class DocumentedRecipesTest {

    private static final Pattern BASH = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);
    private static JsonNode vectors;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(OpenSsl.present());
        vectors = new ObjectMapper().readTree(DocumentedRecipesTest.class.getResource("/vectors/bes1.json"));
    }

    @Test
    void computeEveryHashAndKeyOfAnEnvelopeAndReadItsFirstFile() throws Exception {
        var envelope = vectors.get("envelope");
        var file = envelope.get("files").get(0);
        Files.write(folder.resolve("header.der"), Hex.decode(text(envelope, "header")));
        Files.write(folder.resolve("1.enc"), Hex.decode(text(file, "frame")));
        var said = run(
                "bid-envelope.md",
                Map.of(
                        "publicationHash", text(envelope, "publicationHash"),
                        "lotId", text(envelope, "lotId"),
                        "cek", text(envelope, "cek")));

        assertThat(said)
                .contains(
                        "headerHash    " + text(envelope, "headerHash"),
                        "tenderCtx     " + text(envelope, "tenderCtx"),
                        "keyCommit     " + text(envelope, "keyCommit"),
                        "fileKey       " + text(file, "fileKey"),
                        "fileKeyCommit " + text(file, "fileKeyCommit"),
                        "cipherSm3     " + text(file, "cipherSm3"),
                        "\"priceFen\":" + file.get("plain").get("priceFen"));
    }

    @Test
    void followEveryInclusionProof() throws Exception {
        var tree = vectors.get("tree");
        var inclusion = tree.get("inclusion");
        int size = tree.get("leaves").size();
        for (int i = 0; i < size; i++) {
            var proof = new StringBuilder();
            inclusion
                    .get(i)
                    .get("proof")
                    .forEach(hash -> proof.append(hash.textValue()).append(' '));
            var leaf = tree.get("leaves").get(i);
            var root = run(
                    "evidence.md",
                    Map.of(
                            "nonce", text(leaf, "nonce"),
                            "contentHash", text(leaf, "contentHash"),
                            "index", inclusion.get(i).get("index").asText(),
                            "size", inclusion.get(i).get("size").asText(),
                            "proof", proof.toString()));

            assertThat(root.strip()).isEqualTo(tree.get("roots").get(size - 1).textValue());
        }
    }

    /** What the one recipe of a document prints. */
    private String run(String document, Map<String, String> given) throws IOException, InterruptedException {
        var recipe = BASH.matcher(Files.readString(Path.of("..", "docs", document)));
        assertThat(recipe.find()).as("a recipe in %s", document).isTrue();
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", recipe.group(1))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(given);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).textValue();
    }
}
