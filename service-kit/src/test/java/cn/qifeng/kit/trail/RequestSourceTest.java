package cn.qifeng.kit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Source of a request 来源地址")
class RequestSourceTest {

    @Test
    void anIpv4AddressIsASourceOfItsOwn() {
        assertThat(RequestSource.network("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void allAddressesOfOneIpv6SubscriberAreOneSource() {
        assertThat(RequestSource.network("2001:db8:1:2:aaaa:bbbb:cccc:dddd"))
                .isEqualTo(RequestSource.network("2001:db8:1:2::7"))
                .isEqualTo("20010db800010002/64");
        assertThat(RequestSource.network("2001:db8:1:3::7")).isNotEqualTo(RequestSource.network("2001:db8:1:2::7"));
    }

    @Test
    void shortenedAddressesAndZonesAreUnderstood() {
        assertThat(RequestSource.network("fe80::1%eth0")).isEqualTo("fe80000000000000/64");
        assertThat(RequestSource.network("2001:db8::a:b:c:d:e")).isEqualTo("20010db80000000a/64");
        assertThat(RequestSource.network("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(RequestSource.network("::1")).isEqualTo("0000000000000000/64");
    }
}
