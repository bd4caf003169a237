/** How one service calls another: addresses, credentials, and JSON over HTTP. */
package cn.qifeng.kit.service;
