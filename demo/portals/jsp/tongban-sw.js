self.tongbanKit = '${cdn}/'; importScripts('${cdn}/tongban-sw.js');
