package cn.qifeng.launcher.fuzz;

import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What every target holds its inputs to. Any other exception is a finding by itself. */
final class Properties {

    private Properties() {}

    /** What came of it, or nothing when it was refused with one of the codes that are declared for it. */
    static <T> Optional<T> accepted(Supplier<T> work, RefusalCode... declared) {
        try {
            return Optional.of(work.get());
        } catch (Refused refused) {
            if (!Set.of(declared).contains(refused.code())) {
                throw new AssertionError(
                        "refused with an undeclared code: " + refused.code().code(), refused);
            }
            return Optional.empty();
        }
    }

    /** What was read is written as the same bytes. */
    static void sameBytes(byte[] written, byte[] read) {
        if (!Arrays.equals(written, read)) {
            throw new AssertionError("what was parsed encodes to other bytes");
        }
    }

    /** A finding unless this holds. */
    static void hold(boolean condition, String rule) {
        if (!condition) {
            throw new AssertionError(rule);
        }
    }
}
