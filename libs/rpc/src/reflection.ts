import type {
  Server,
  ServiceDefinition,
  UntypedHandleCall,
  UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { lazily } from '@gonglian/kernel/lazily.ts';

type Added = [ServiceDefinition, UntypedServiceImplementation];

/**
 * Lists these services to whoever asks by the reflection protocol. The descriptors are only read where someone may
 * ask for them, and when someone does: the index of every message takes longer than all else of a service's start.
 */
export async function addReflection(server: Server, services: string[]): Promise<void> {
  const { ReflectionService } = await import('@grpc/reflection');
  const { encodedFiles } = await import('@gonglian/contracts/descriptors.ts');
  const reflecting = (files: readonly Uint8Array[]): Added[] => {
    // Only the files are read; the rest is what the type of a proto-loader definition asks for.
    const image = {
      format: 'Protocol Buffer 3 EnumDescriptorProto' as const,
      type: {},
      fileDescriptorProtos: files.map((file) => Buffer.from(file)),
    };
    const added: Added[] = [];
    const addService = (...one: Added): void => void added.push(one);
    new ReflectionService({ image }, { services }).addToServer({ addService });
    return added;
  };
  const whole = lazily(() => reflecting(encodedFiles()));
  for (const [version, [definition, handlers]] of reflecting([]).entries()) {
    const later = (name: string) => (call: never, answer: never) => {
      const handler = whole()[version]?.[1][name] as ((...of: never[]) => void) | undefined;
      handler?.(call, answer);
    };
    const names = Object.keys(handlers);
    const asked = names.map((name) => [name, later(name) as UntypedHandleCall] as const);
    server.addService(definition, Object.fromEntries(asked));
  }
}
