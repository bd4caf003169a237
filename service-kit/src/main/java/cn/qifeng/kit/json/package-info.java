/** How the services read and write JSON: strictly, and with the kernel's types as plain values. */
package cn.qifeng.kit.json;
