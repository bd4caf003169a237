package cn.qifeng.trading.party.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** The first three administrators of a production platform: {@code qifeng.first-administrators.<role>.…}. */
@ConfigMapping(prefix = "qifeng.first-administrators")
public interface FirstAdministrators {

    /** By role: {@code system-admin}, {@code security-admin}, {@code audit-admin}. */
    @WithParentName
    Map<String, First> byRole();

    /** One of them. */
    interface First {

        /** Name of the natural person. */
        String name();

        /** Account; the role's name unless set. */
        Optional<String> account();

        /** Hash of the first half of the code, 64 hex digits. */
        String firstSm3();

        /** Hash of the second half of the code, 64 hex digits. */
        String secondSm3();
    }
}
