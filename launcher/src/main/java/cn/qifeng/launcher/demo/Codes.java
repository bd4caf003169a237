package cn.qifeng.launcher.demo;

import cn.qifeng.kernel.Uscc;

/** Credit codes of companies that do not exist: right check digits around an organisation part that is never issued. */
final class Codes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGAN_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private Codes() {}

    /** A code in a region, the {@code number}th. */
    static String uscc(String region, int number) {
        var organ = "XX%06d".formatted(number);
        var open = "91" + region + organ + organCheck(organ);
        for (char check : ALPHABET.toCharArray()) {
            if (Uscc.isValid(open + check)) {
                return open + check;
            }
        }
        throw new IllegalStateException(open);
    }

    private static char organCheck(String organ) {
        int sum = 0;
        for (int i = 0; i < ORGAN_WEIGHTS.length; i++) {
            sum += ORGAN_WEIGHTS[i] * Character.getNumericValue(organ.charAt(i));
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
