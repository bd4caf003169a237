package cn.qifeng.kernel;

import java.util.Objects;

/** Unified social credit code (统一社会信用代码) of an organisation, GB 32100-2015: 18 characters with a check digit. */
public record Uscc(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int MODULUS = 31;

    /** Refuses text that {@link #isValid} rejects with {@link IllegalArgumentException}. */
    public Uscc {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a unified social credit code: " + value);
        }
    }

    /** Whether length, alphabet and check digit are right. */
    public static boolean isValid(String text) {
        if (text == null || text.length() != WEIGHTS.length + 1) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return false;
            }
            sum += digit * WEIGHTS[i];
        }
        return ALPHABET.indexOf(text.charAt(WEIGHTS.length)) == (MODULUS - sum % MODULUS) % MODULUS;
    }

    @Override
    public String toString() {
        return value;
    }
}
