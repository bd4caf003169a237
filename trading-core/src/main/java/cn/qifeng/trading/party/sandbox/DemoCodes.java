package cn.qifeng.trading.party.sandbox;

import cn.qifeng.kernel.Uscc;

/** Makes credit codes for demo organisations: right check digits, but an organisation part {@code XX…} that nobody gets. */
final class DemoCodes {

    private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ORGAN_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGAN_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int ORGAN_MODULUS = 11;

    private DemoCodes() {}

    /** The code of demo organisation {@code number}; region 330703. */
    static Uscc numbered(boolean company, int number) {
        String organ = "XX%06d".formatted(number);
        String body = (company ? "91" : "11") + "330703" + organ + organCheck(organ);
        for (char check : USCC_ALPHABET.toCharArray()) {
            if (Uscc.isValid(body + check)) {
                return new Uscc(body + check);
            }
        }
        throw new IllegalStateException(body);
    }

    private static char organCheck(String organ) {
        int sum = 0;
        for (int i = 0; i < ORGAN_WEIGHTS.length; i++) {
            sum += ORGAN_ALPHABET.indexOf(organ.charAt(i)) * ORGAN_WEIGHTS[i];
        }
        int check = ORGAN_MODULUS - sum % ORGAN_MODULUS;
        return switch (check) {
            case 10 -> 'X';
            case ORGAN_MODULUS -> '0';
            default -> (char) ('0' + check);
        };
    }
}
