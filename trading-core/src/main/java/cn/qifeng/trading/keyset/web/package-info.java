/** Key sets over HTTP. */
package cn.qifeng.trading.keyset.web;
