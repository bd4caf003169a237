package cn.qifeng.kit.access;

/** Names of the claims of a token, beside the registered {@code iss}, {@code sub} (person), {@code groups} (roles). */
public final class Claims {

    /** Issuer of every token of the platform. */
    public static final String ISSUER = "qifeng";
    /** Party (主体) for which the person acts; UUID, absent for persons without one. */
    public static final String PARTY = "party";
    /** Id of the certificate that opened the session; 64 hex digits, absent after a login by password. */
    public static final String CERTIFICATE = "cert";
    /** Session from which the token comes; UUID, absent for services. */
    public static final String SESSION = "session";
    /** Whether the platform runs under the sandbox clock. */
    public static final String SANDBOX = "sandbox";

    private Claims() {}
}
