package cn.qifeng.evaluation.library.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The provincial library that the platform draws from (省级专家库参数); without its code there is none. */
@ConfigMapping(prefix = "qifeng.library")
public interface LibrarySettings {

    /** Name of the library. */
    Optional<String> name();

    /** Unified social credit code of the library, which stands in the certificate that signs its replies. */
    Optional<String> uscc();

    /** Where it is asked. */
    Optional<URI> url();

    /** What the platform shows to be let in. */
    Optional<String> token();

    /** How long to wait for an answer. */
    @WithDefault("10s")
    Duration timeout();

    /** How long before the beginning of the evaluation identities of those who accepted are asked for. */
    @WithDefault("30m")
    Duration namesBefore();
}
