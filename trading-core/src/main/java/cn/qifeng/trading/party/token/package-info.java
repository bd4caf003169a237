/** Signs the platform's tokens with SmallRye JWT. */
package cn.qifeng.trading.party.token;
