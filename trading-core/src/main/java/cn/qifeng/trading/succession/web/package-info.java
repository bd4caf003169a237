/** Key sets of a published lot over HTTP. */
package cn.qifeng.trading.succession.web;
