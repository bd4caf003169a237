package cn.qifeng.kit.service;

/** Gives this service's own token, role {@code service}, for calls to other services. */
public interface ServiceTokens {

    /** A token with at least a minute to live. */
    String current();

    /** Forgets the token that another service did not accept. */
    void forget();
}
