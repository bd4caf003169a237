package cn.qifeng.kernel;

/**
 * Check character of ISO/IEC 7064 MOD 37-2 (GB/T 17710) over {@code 0-9A-Z}; the check itself may also be {@code *}.
 */
final class CheckDigit37 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
    private static final int MODULUS = 37;
    private static final int RADIX = 2;

    private CheckDigit37() {}

    /** The check character of {@code text}; throws {@link IllegalArgumentException} for a foreign character. */
    static char of(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0 || digit == MODULUS - 1) {
                throw new IllegalArgumentException("not a digit or capital letter: " + text.charAt(i));
            }
            sum = (sum + digit) * RADIX % MODULUS;
        }
        return ALPHABET.charAt((MODULUS + 1 - sum) % MODULUS);
    }
}
