package cn.qifeng.bond.bond.domain;

import java.util.Optional;

/** Port to an issuer (出函机构) over HTTP. A failure to reach it is an exception; the call is tried again. */
public interface IssuerGateway {

    /** Sends an application (LG101); sending the same one again is harmless. */
    void apply(Application application);

    /** The issuer's answer, once it has decided. */
    Optional<Answer> fetch(BondId id);

    /** What an issuer can decide. */
    sealed interface Answer {
        /** It signed a bond. */
        record Issued(SignedBond document) implements Answer {}

        /** It declined. */
        record Declined(String reason) implements Answer {}
    }
}
