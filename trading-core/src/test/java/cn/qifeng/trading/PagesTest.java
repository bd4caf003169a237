package cn.qifeng.trading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.kit.web.SecurityHeaders;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@DisplayName("Pages under the security policy 页面安全策略")
class PagesTest {

    /** What the policy would block: scripts, handlers and styles written into the page. */
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\ssrc=)[^>]*>|<style\\b|\\sstyle\\s*=|\\son[a-z]+\\s*=|javascript:",
            Pattern.CASE_INSENSITIVE);

    /** What a page would load from elsewhere. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "<(?:script|link|img|iframe)[^>]*\\s(?:src|href)=\"(?:https?:)?//", Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(strings = {"/", "/notices", "/notices?lang=en", "/notices/no-such-notice", "/app/index.html"})
    void holdNothingThatThePolicyBlocks(String path) {
        var answer = given().header("Accept", "text/html").get(path);
        String html = answer.asString();

        assertThat(html).contains("<html");
        assertThat(INLINE.matcher(html).results().map(found -> found.group()))
                .as(path)
                .isEmpty();
        assertThat(ELSEWHERE.matcher(html).results().map(found -> found.group()))
                .as(path)
                .isEmpty();
        assertThat(answer.getHeader("Content-Security-Policy")).as(path).isEqualTo(SecurityHeaders.PAGES);
        assertThat(answer.getHeader("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
        assertThat(answer.getHeader("Strict-Transport-Security"))
                .as("HSTS without TLS")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/", "/app/index.html", "/notice/notice.css"})
    void areAskedForAgainWhereTheirNameHoldsNoHash(String path) {
        assertThat(given().get(path).getHeader("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void leaveAKeptPageThePolicyItCameWith() {
        String modified = given().get("/app/index.html").getHeader("Last-Modified");
        var answer = given().header("If-Modified-Since", modified).get("/app/index.html");

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.getHeader("Content-Security-Policy")).isNull();
    }
}
