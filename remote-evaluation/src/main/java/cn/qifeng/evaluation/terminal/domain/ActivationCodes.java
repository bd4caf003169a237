package cn.qifeng.evaluation.terminal.domain;

import java.util.Optional;

/** Port to the activation codes that wait (席位激活码库). */
public interface ActivationCodes {

    /** The code with this selector, locked until the transaction ends. */
    Optional<ActivationCode> lock(String selector);

    /** Keeps a new code, or the tries at one. */
    void save(ActivationCode code);

    /** Forgets the codes of a seat. */
    void dropOf(String seat);
}
