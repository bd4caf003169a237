package cn.qifeng.evaluation.expert.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Who an expert is (个人信息).
 *
 * @param idNumber number of the identity card, GB 11643; empty when unknown
 * @param phone where a draw calls; empty when unknown
 * @param email where a draw writes; empty when unknown
 */
public record PersonalData(Gender gender, LocalDate bornOn, String idNumber, String phone, String email) {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]{1,64}@[^\\s@,;<>]{1,190}");
    private static final int SHOWN_AT_EACH_END = 4;
    private static final int ID_LENGTH = 18;
    private static final int BIRTH_AT = 6;
    private static final int MODULUS = 11;
    private static final String CHECK_DIGITS = "10X98765432";

    public PersonalData {
        Objects.requireNonNull(gender, "gender");
        Objects.requireNonNull(bornOn, "bornOn");
        Objects.requireNonNull(idNumber, "idNumber");
        Objects.requireNonNull(phone, "phone");
        email = email == null ? "" : email;
    }

    /** Somebody without an address for mail. */
    public PersonalData(Gender gender, LocalDate bornOn, String idNumber, String phone) {
        this(gender, bornOn, idNumber, phone, "");
    }

    /** Gender, GB/T 2261.1 (性别). */
    public enum Gender {
        /** Male (男). */
        MALE,
        /** Female (女). */
        FEMALE
    }

    /** Years completed on this day. */
    public int ageOn(LocalDate day) {
        return Period.between(bornOn, day).getYears();
    }

    /** Whether the identity number is one, by its check digit (ISO 7064 MOD 11-2), with the day of birth; none holds too. */
    public boolean idNumberHolds() {
        return idNumber.isEmpty()
                || isIdNumber(idNumber) && idNumber.startsWith(bornOn.toString().replace("-", ""), BIRTH_AT);
    }

    /** Whether this has the form and check digit of GB 11643. */
    public static boolean isIdNumber(String text) {
        if (text.length() != ID_LENGTH) {
            return false;
        }
        int remainder = 0;
        for (int i = 0; i < ID_LENGTH - 1; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit < 0) {
                return false;
            }
            remainder = (remainder + digit) * 2 % MODULUS;
        }
        return text.charAt(ID_LENGTH - 1) == CHECK_DIGITS.charAt(remainder);
    }

    /** Whether this can be an address for mail. */
    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** The identity number with its middle hidden, as pages show it. */
    public String maskedIdNumber() {
        return masked(idNumber);
    }

    /** The phone number with its middle hidden, as pages show it. */
    public String maskedPhone() {
        return masked(phone);
    }

    private static String masked(String text) {
        int hidden = text.length() - 2 * SHOWN_AT_EACH_END;
        return hidden <= 0
                ? "*".repeat(text.length())
                : text.substring(0, SHOWN_AT_EACH_END)
                        + "*".repeat(hidden)
                        + text.substring(text.length() - SHOWN_AT_EACH_END);
    }
}
