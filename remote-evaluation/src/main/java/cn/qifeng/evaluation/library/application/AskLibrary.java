package cn.qifeng.evaluation.library.application;

import cn.qifeng.evaluation.library.domain.AnswerReply;
import cn.qifeng.evaluation.library.domain.CallRequest;
import cn.qifeng.evaluation.library.domain.ExpertLibrary;
import cn.qifeng.evaluation.library.domain.IdentityReply;
import cn.qifeng.evaluation.library.domain.LibraryRefusal;
import cn.qifeng.evaluation.library.domain.PoolReply;
import cn.qifeng.evaluation.library.domain.PoolRequest;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.identity.Roots;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Signed;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Asks the provincial library, and takes only what it signed (询问省级专家库): by the credit code that the tender document
 * names, under a root of the trust file, about exactly what was asked. Everything else is a {@link LibraryRefusal}.
 */
@ApplicationScoped
public class AskLibrary {

    private final ExpertLibrary library;
    private final LibrarySettings settings;
    private final Roots roots;
    private final LegalClock clock;

    AskLibrary(ExpertLibrary library, LibrarySettings settings, Roots roots, LegalClock clock) {
        this.library = library;
        this.settings = settings;
        this.roots = roots;
        this.clock = clock;
    }

    /** A pool. */
    public PoolReply pool(PoolRequest request) {
        requireConfigured(request.library());
        var json = library.pool(request.toJson());
        return reading(() -> PoolReply.of(signed(json, request.library()), request));
    }

    /** What came of a call, which this makes where it was not made yet; empty while nothing is known. */
    public Optional<AnswerReply> call(String uscc, CallRequest call) {
        requireConfigured(uscc);
        return library.call(call.toJson()).map(json -> reading(() -> AnswerReply.of(signed(json, uscc), call)));
    }

    /** Who stands behind a code; {@code commit} is what the pool was bound to. */
    public IdentityReply identity(String uscc, UUID request, String code, String commit) {
        requireConfigured(uscc);
        var json = library.identity(
                CanonicalJson.object().put("request", request.toString()).put("code", code));
        return reading(() -> IdentityReply.of(signed(json, uscc), request, code, commit));
    }

    private void requireConfigured(String uscc) {
        if (!settings.uscc().equals(Optional.of(uscc))) {
            throw LibraryRefusal.NOT_CONFIGURED.with(
                    Facts.field("library", settings.uscc().orElse(null), uscc).map());
        }
    }

    private Statement signed(JsonNode json, String uscc) {
        var statement = Statement.from(json);
        var signed = signer(statement);
        var named = Fields.of(statement.doc()).text("library");
        if (!uscc.equals(signed.subject().uscc()) || !uscc.equals(named)) {
            throw LibraryRefusal.OTHER_LIBRARY.with(
                    Facts.field("sig", signed.subject().uscc() + " for " + named, uscc)
                            .map());
        }
        return statement;
    }

    private Signed signer(Statement statement) {
        Signed signed;
        try {
            signed = statement.verify();
        } catch (Refused refused) {
            throw LibraryRefusal.BAD_SIGNATURE.with(refused.facts());
        }
        try {
            roots.check(signed, clock.now());
        } catch (Refused refused) {
            throw LibraryRefusal.OTHER_LIBRARY.with(refused.facts());
        }
        return signed;
    }

    /** What has not the form of a reply is a refusal of this capability, too. */
    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (Refused refused) {
            throw refused.code() instanceof TrustRefusal ? LibraryRefusal.BAD_REPLY.with(refused.facts()) : refused;
        }
    }
}
