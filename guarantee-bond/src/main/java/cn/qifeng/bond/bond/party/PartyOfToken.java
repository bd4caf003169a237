package cn.qifeng.bond.bond.party;

import cn.qifeng.bond.bond.domain.BondRefusal;
import cn.qifeng.bond.bond.domain.CallersParty;
import cn.qifeng.bond.bond.domain.Organisation;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.service.Services;
import cn.qifeng.kit.service.Wire;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Asks trading-core with the caller's own token, so that names are never taken from the caller. */
@RequestScoped
class PartyOfToken implements CallersParty {

    private final JsonWebToken token;
    private final Wire wire;
    private final ObjectMapper json;

    PartyOfToken(JsonWebToken token, Wire wire, ObjectMapper json) {
        this.token = token;
        this.wire = wire;
        this.json = json;
    }

    @Override
    public Organisation organisation() {
        var headers = Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + token.getRawToken());
        try {
            var answer = wire.send(Services.TRADING_CORE, "GET", "/api/core/me", headers, null);
            if (!answer.good()) {
                throw new IllegalStateException("trading-core does not know the caller: " + answer.status());
            }
            var party = json.readTree(answer.body()).path("person").path("party");
            if (!party.hasNonNull("uscc")) {
                throw BondRefusal.NOT_YOURS.refused();
            }
            return new Organisation(
                    party.required("name").asText(),
                    new Uscc(party.required("uscc").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
