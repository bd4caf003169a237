package cn.qifeng.trading.party.token;

import cn.qifeng.kit.service.ServiceTokens;
import cn.qifeng.trading.party.application.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tokens for the calls that trading-core itself makes; it signs its own. */
@ApplicationScoped
public class OwnServiceTokens implements ServiceTokens {

    private final Tokens tokens;
    private final String name;

    OwnServiceTokens(Tokens tokens, @ConfigProperty(name = "quarkus.application.name") String name) {
        this.tokens = tokens;
        this.name = name;
    }

    @Override
    public String current() {
        return tokens.ofService(name).text();
    }

    @Override
    public void forget() {
        // each call gets a new one
    }
}
