package cn.qifeng.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.testkit.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What every service checks of a token, and says in every answer; each service extends this in a test of its own. */
public abstract class Gate {

    @TestHTTPResource("/")
    URI address;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String guarded;

    /** Knocks at this path, a GET that asks for a token. */
    protected Gate(String guarded) {
        this.guarded = guarded;
    }

    @Test
    void takesAGoodToken() throws IOException, InterruptedException {
        assertThat(get(guarded, TestTokens.of("centre")).statusCode()).isNotEqualTo(401);
    }

    @Test
    void takesNoExpiredForeignUnsignedOrChangedToken() throws IOException, InterruptedException {
        var forged = TestTokens.forged();

        assertThat(forged).hasSize(6);
        for (var token : forged.entrySet()) {
            var answer = get(guarded, token.getValue());
            assertThat(answer.statusCode()).as("a token " + token.getKey()).isEqualTo(401);
            assertThat(answer.body()).as("a token " + token.getKey()).contains("access/not-logged-in");
        }
    }

    @Test
    void tellsBrowsersToTakeDataForNothingElse() throws IOException, InterruptedException {
        for (String path : new String[] {guarded, "/api/nothing-here", "/q/health/live"}) {
            var headers = get(path, null).headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(headers.allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
            assertThat(headers.allValues("X-Frame-Options")).as(path).containsExactly("DENY");
            assertThat(headers.allValues("Referrer-Policy")).as(path).containsExactly("no-referrer");
            assertThat(headers.firstValue("Permissions-Policy").orElse(""))
                    .as(path)
                    .startsWith("camera=(self), microphone=(self), display-capture=(self)");
        }
        assertThat(get(guarded, null).headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
