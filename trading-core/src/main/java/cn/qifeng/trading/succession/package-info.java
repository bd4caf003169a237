/** Key sets after the publication (密钥组更替): lost keys, and a new set in the place of the former. */
package cn.qifeng.trading.succession;
