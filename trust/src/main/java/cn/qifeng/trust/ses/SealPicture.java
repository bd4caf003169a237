package cn.qifeng.trust.ses;

import java.util.Objects;

/**
 * Picture of an electronic seal (印章图像, GB/T 38540 §6.2.4).
 *
 * @param type format in upper case, such as {@code PNG}
 * @param data bytes of the picture
 * @param width millimetres on paper, 1 to 100
 * @param height millimetres on paper, 1 to 100
 */
public record SealPicture(String type, byte[] data, int width, int height) {

    private static final int SIZE_MAX = 100;

    public SealPicture {
        Objects.requireNonNull(type, "type");
        data = data.clone();
        if (width < 1 || width > SIZE_MAX || height < 1 || height > SIZE_MAX) {
            throw new IllegalArgumentException("a seal of " + width + " by " + height + " mm");
        }
    }

    @Override
    public byte[] data() {
        return data.clone();
    }
}
